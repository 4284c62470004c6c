-- The base of the skull, both sides at once, lying down. The head does the pressing: its own weight is enough.
return {
  title   = "Suboccipitals",
  summary = "The small muscles under the ridge of the skull.",
  region  = "neck",
  tools   = { "peanut", "fingers" },
  points  = { "suboccipitals" },
  minutes = { 4, 6, 10 },
  params  = { mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "A few quiet minutes for the base of the skull.",
      lines = {
        { "You need two soft balls, or your fingertips.", pause = 0.8 },
        { "Recent whiplash, rheumatoid or loose neck? Not this one.", pause = 1 },
      },
    }

    step "Lie down"
    find {
      "suboccipitals",
      lines = {
        { "Lie on your back with the knees bent.", pause = 5 },
        { "Rest the head on the floor. Balls within reach.", pause = 3 },
      },
    }
    settle {
      breath = "calm-46", cycles = 2,
      lines = { { "Let the floor hold your whole back.", pause = 2, more = 3 }, { "Your own pace is fine.", pause = 1.5 } },
    }

    rate { "How tense is the neck, zero to ten?", point = "suboccipitals", when = "before", more = 2 }

    step "Base of the skull"
    find {
      "suboccipitals",
      lines = {
        { "Feel for the ridge at the back of your skull.", pause = 3 },
        { "Just under it are two soft hollows.", pause = 2 },
        { "They lie two finger-widths from the middle.", pause = 2, more = true },
        { "Set one ball, or your fingertips, in each.", pause = 4 },
        { "Nod a tiny yes. It firms. Now rest.", pause = 3, more = true },
        { "Roll the head a little, side to side.", pause = 3.5, more = 3 },
        { "Stay where it is most tender.", pause = 3 },
      },
    }
    press { point = "suboccipitals", seconds = 30, times = 3 }

    step "Length"
    stretch { "chin-tuck-nod", seconds = 20 }

    step "Close"
    breathe { pattern = "calm-46", cycles = 1, words = false }
    rate { "And now, how tense is it?", point = "suboccipitals", when = "after", more = 2 }
    finish {
      lines = {
        { "Bend the knees and roll onto one side.", pause = 4 },
        { "Push up with your hands, the head comes last.", pause = 4 },
      },
    }
  end,
}
