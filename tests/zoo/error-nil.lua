return {
    title = "An error that is nothing",
    play = function()
        error()
    end,
}
