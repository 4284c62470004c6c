return {
    title = "A length that lies, to sort",
    play = function()
        local t = { [math.maxinteger] = 1 }
        for i = 0, 62 do
            t[1 << i], t[(1 << i) + 1] = 1, 1
        end
        table.sort(t)
    end,
}
