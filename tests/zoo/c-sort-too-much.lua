return {
    title = "A hundred thousand and one values",
    play = function()
        local t = {}
        for i = 1, 100001 do
            t[i] = i
        end
        table.sort(t)
    end,
}
