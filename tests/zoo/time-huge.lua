return {
    title = "Times beyond the end",
    play = function()
        wait(1e308)
        mark("never")
    end,
}
