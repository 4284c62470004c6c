return {
    title = "An error that hides",
    play = function()
        error("unknot/verbs.lua:1: it was not me", 0)
    end,
}
