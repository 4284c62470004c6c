-- The muscles that lift the fingers, stroked along the middle of the forearm, between two rounds of piano on the table.
return {
  title    = "Finger lifters",
  summary  = "Slow strokes for the middle of the forearm, where the fingers are lifted from.",
  region   = "forearm",
  position = { "chair", "table" },
  tools    = { "thumb", "knuckles" },
  points   = { "finger-extensors" },
  minutes  = { 4, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "For fingers that were up and down all day.",
      lines = {
        { "Slow strokes along the forearm, then a stretch.", pause = 1, more = 3 },
        { "Bare forearms glide best. A little lotion helps.", pause = 2, more = 3 },
        { "Sit with both forearms on a table.", pause = 2 },
      },
    }

    step "A little piano"
    tell {
      { "Lay the hands flat, and lift one finger after another.", pause = 4 },
      { "From the thumb to the little finger, and back.", pause = 8 },
      { "Which one is slow to rise? Just notice.", pause = 3, more = 1 },
    }
    settle {
      breath = "calm-46", cycles = 1,
      lines = { { "Now ten quiet fingers. Breathe at your own pace.", pause = 1.5 } },
    }
    rate { "How stiff are the fingers, zero to ten?", point = "finger-extensors", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left forearm" or "Right forearm")
      find    { "finger-extensors", side }
      press   { "finger-extensors", side, seconds = 25, times = 2, level = 4 }
      stretch { "wrist-bend-down", side, seconds = 20 }
    end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "And how stiff are they now?", point = "finger-extensors", when = "after", more = 2 }
    finish {
      test = {
        { "Play that scale once more, one finger after another.", pause = 8 },
        { "Does the slow one rise more easily?", "Do they rise alike now, or as before?", pause = 2, more = 1 },
      },
      lines = { { "Let the hands sleep on the table a moment.", pause = 4, more = 1 } },
    }
  end,
}
