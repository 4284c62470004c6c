-- The forehead, one side after the other, leaning into the fingertips at a table.
return {
  title    = "Forehead",
  summary  = "The brow, after hours of looking at something.",
  region   = "head",
  position = { "table" },
  tools    = { "fingers" },
  points   = { "frontalis" },
  minutes  = { 4, 7, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "brown" }
    step "Welcome"
    welcome {
      "Some quiet for the forehead.",
      lines = {
        { "Brows work hard when eyes look at screens.", pause = 1, more = 3 },
        { "Sit close to a table. Glasses off.", pause = 3 },
      },
    }

    step "Dark for the eyes"
    tell {
      { "Cup the palms over closed eyes, without touching.", "Hold hollow palms before closed eyes.", pause = 6 },
      { "Let it be dark in there.", pause = 6, more = 1 },
    }
    breathe { "calm-46", cycles = 2, words = false, lines = { "Just the dark, and the breath.", "Warm palms." } }
    tell { { "Lower the hands, eyes still closed.", pause = 2 } }
    rate { "Zero to ten: how tight is the forehead?", point = "frontalis", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left brow" or "Right brow")
      find  ("frontalis", side)
      press { "frontalis", side, seconds = 20, times = 2 }
      if side == "left" and with.side == "both" then breathe { "calm-46", cycles = 1, words = false } end
    end

    step "Smooth"
    stretch { "brow-release", "mid", seconds = 20 }

    step "Close"
    rate { "And the forehead now, zero to ten?", point = "frontalis", when = "after", more = 2 }
    finish {
      test = { { "Raise the brows slowly, and let them drop.", pause = 4 }, { "Lighter, the same, or tighter?", pause = 2, more = 1 } },
      lines = {
        { "Let the light back in, little by little.", pause = 3 },
        { "Now and then, look far out of a window.", pause = 1, more = 3 },
      },
    }
  end,
}
