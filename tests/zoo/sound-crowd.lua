return {
    title = "Thousands of sounds at once",
    play = function()
        for i = 1, 20000 do
            cue { kind = "binaural", seconds = 3600 }
        end
    end,
}
