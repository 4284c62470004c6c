return {
    title = "Listening for nothing",
    play = function()
        listen(nil, {})
    end,
}
