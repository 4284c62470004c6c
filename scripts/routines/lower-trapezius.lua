-- Low beside the blade. It begins and ends with both palms sliding up the wall: the same movement, before and after.
return {
  title    = "Low beside the shoulder blade",
  summary  = "The muscle at the lower inner edge of the blade, with a ball at the wall.",
  region   = "upper-back",
  position = { "wall" },
  tools    = { "ball-soft" },
  points   = { "lower-trapezius" },
  minutes  = { 4, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed()
    step "Welcome"
    welcome {
      "Down low, beside the shoulder blades.",
      position = { { "Have a soft ball in a long sock, and some wall.", pause = 2.5 } },
    }

    step "Palms on the wall"
    tell {
      { "Face the wall, palms on it at chest height.", pause = 3 },
      { "Slide both palms up as you breathe in.", pause = 4 },
      { "And let them slide down as you breathe out.", pause = 4 },
      { "Twice more, as high as is easy.", pause = 12, more = true },
      { "Remember how high that was.", pause = 1.5, more = 1 },
    }
    settle {
      cycles = 1,
      lines = { { "Lean the forearms there, and breathe.", "Rest both forearms on the wall, and breathe.", pause = 2.5 } },
    }
    rate { "How tight is it down there, zero to ten?", point = "lower-trapezius", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left edge" or "Right edge")
      find  { "lower-trapezius", side }
      press { "lower-trapezius", side, seconds = 25, times = 2, level = 4 }
    end

    step "Length"
    stretch {
      "desk-reach", seconds = 20,
      lines = {
        { "Turn round, both palms on the wall, hip-high.", "Face the wall again, palms as high as the hips.", pause = 3.5 },
        { "Walk the feet back until the arms are long.", pause = 3.5 },
        "Let the chest sink, the ears beside the arms.",
      },
    }

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "The same place now, zero to ten?", point = "lower-trapezius", when = "after", more = 2 }
    finish {
      test = {
        { "Slide the palms up the wall, as at the start.", pause = 6 },
        { "Higher, the same, or not so high?", pause = 2.5, more = 1 },
      },
      lines = { { "Stand a moment with the arms hanging.", pause = 4, more = 1 } },
    }
  end,
}
