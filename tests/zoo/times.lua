return {
    title = "Times that cannot be",
    play = function()
        wait(-1)
    end,
}
