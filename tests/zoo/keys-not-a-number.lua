return {
    title = "Not a number as a key",
    play = function()
        local t = {}
        t[0 / 0] = 1
    end,
}
