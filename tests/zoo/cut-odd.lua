return {
    title = "Cutting what is not there",
    play = function()
        pcall(cut, 0)
        pcall(cut, -1)
        pcall(cut, 1 << 62)
        pcall(close, 7)
        cut(0 / 0)
    end,
}
