return {
    title = "A file with a zero byte in its name",
    play = function()
        cue { kind = "clip", file = "2.wav\0/etc/passwd" }
    end,
}
