return {
    title = "Syntax error",
    play = function()
        wait(1
    end,
}
