return {
    title = "An address",
    play = function()
        mark(string.format("%p", {}))
    end,
}
