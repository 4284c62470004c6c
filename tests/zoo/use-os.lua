return {
    title = "The system",
    play = function()
        os.execute("true")
    end,
}
