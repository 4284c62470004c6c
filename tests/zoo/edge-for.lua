return {
    title = "Loops at the end of the numbers",
    play = function()
        local n = 0
        for _ = math.maxinteger - 1, math.maxinteger do
            n = n + 1
        end
        for _ = math.mininteger, math.mininteger + 1, math.maxinteger do
            n = n + 1
        end
        mark(n .. "")
        for _ = 1, math.huge do
        end
    end,
}
