return {
    title = "An error that is a table",
    play = function()
        error { code = 7 }
    end,
}
