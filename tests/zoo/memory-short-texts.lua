return {
    title = "Short texts without an end",
    play = function()
        local t = {}
        for i = 1, math.huge do
            t["k" .. i] = "v" .. i
        end
    end,
}
