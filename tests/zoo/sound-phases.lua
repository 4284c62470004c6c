return {
    title = "Breaths without an end",
    play = function()
        cue { kind = "breath", phases = { 1e9, 1e9, 1e9, 1e9 } }
    end,
}
