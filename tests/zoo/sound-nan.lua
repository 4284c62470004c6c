return {
    title = "A pitch that is no number",
    play = function()
        cue { kind = "sine", hz = 0 / 0, seconds = 1 }
    end,
}
