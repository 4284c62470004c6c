return {
    title = "A format of many long texts",
    play = function()
        local s = ("x"):rep(1000000)
        local all = string.format("%s %s %s", s, s, s)
    end,
}
