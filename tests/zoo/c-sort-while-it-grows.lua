return {
    title = "A table that grows while it is sorted",
    play = function()
        local t = { 3, 2, 1 }
        table.sort(t, function(a, b)
            for i = 1, 100 do
                t[#t + 1] = i
            end
            return a < b
        end)
        mark(t[1] .. " " .. t[2] .. " " .. t[3])
    end,
}
