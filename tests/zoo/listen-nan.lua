return {
    title = "Listening for no time",
    play = function()
        listen(0 / 0, { "next" })
    end,
}
