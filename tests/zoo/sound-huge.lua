return {
    title = "A sound without an end",
    play = function()
        cue { kind = "sine", seconds = math.huge }
        cue { kind = "noise", fade_out = 1e300 }
    end,
}
