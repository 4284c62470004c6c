return {
    title = "A file with a long name",
    play = function()
        cue { kind = "clip", file = ("x"):rep(4001) }
    end,
}
