return {
    title = "An error that holds itself",
    play = function()
        local t = {}
        t.t = t
        error(t)
    end,
}
