return {
    title = "Runtime error",
    play = function()
        wait(1)
        local nothing
        wait(nothing.seconds)
    end,
}
