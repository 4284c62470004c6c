return {
    title = "A file of the system",
    play = function()
        cue { kind = "clip", file = "../../../../etc/passwd" }
    end,
}
