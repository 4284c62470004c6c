return {
    title = "An error of another file",
    play = function()
        error("\27]0;evil\7other.lua:1: not mine", 0)
    end,
}
