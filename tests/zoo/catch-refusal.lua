return {
    title = "A sound that is not there, caught",
    play = function()
        while true do
            pcall(clip, { file = "none.wav" })
            pcall(cue, { kind = "clip", file = "none.wav" })
        end
    end,
}
