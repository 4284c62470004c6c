return {
    title = "Load",
    play = function()
        load("return 1")()
    end,
}
