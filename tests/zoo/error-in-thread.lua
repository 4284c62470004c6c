return {
    title = "An error in a thread",
    play = function()
        spawn(function()
            wait(2)
            error("in the thread")
        end)
        wait(10)
    end,
}
