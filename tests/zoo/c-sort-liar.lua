return {
    title = "An order that contradicts itself",
    play = function()
        local t = {}
        for i = 1, 1000 do
            t[i] = i
        end
        table.sort(t, function() return true end)
        local sum = 0
        for i = 1, 1000 do
            sum = sum + t[i]
        end
        mark(tostring(sum))
    end,
}
