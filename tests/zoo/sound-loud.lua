return {
    title = "A sound that is far too loud",
    play = function()
        cue { kind = "sine", seconds = 1, db = math.huge }
    end,
}
