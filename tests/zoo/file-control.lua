return {
    title = "A file with an odd name",
    play = function()
        cue { kind = "clip", file = "\27[2J\u{202e}none.wav" }
    end,
}
