return {
    title = "A variable to be closed",
    play = function()
        local nothing <close> = nil
        local no <close> = false
        mark("closed")
        local something <close> = {}
    end,
}
