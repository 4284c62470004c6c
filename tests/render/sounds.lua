-- Every sound that is made, not recorded: the same bits on every processor. See test_everywhere.c.
return {
  title = "Sounds",
  summary = "All that is made, not recorded.",
  play = function()
    bed()
    breathe { "calm-46", cycles = 1, words = false }
    bell()
    tone { kind = "bowl", hz = 225, seconds = 4 }
    wait(3)
    tone { kind = "chime", hz = 600, seconds = 4 }
    bed { kind = "binaural", hz = 180, beat = 6, fade_in = 3 }
    tone { kind = "noise", colour = "pink", seconds = 2, db = -3 }
    wait(3)
  end,
}
