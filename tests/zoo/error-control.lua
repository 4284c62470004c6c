return {
    title = "An error for the terminal",
    play = function()
        error("\27[2Jgone\7\r\n\155 \xff")
    end,
}
