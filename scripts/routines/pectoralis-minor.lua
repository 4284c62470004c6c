-- The small muscle of the chest, lying down with flat fingers; the doorway comes at the end, for both sides.
return {
  title    = "Front of the shoulder",
  summary  = "The small muscle under the collarbone, for shoulders that have come forward.",
  region   = "chest",
  position = { "floor", "doorway" },
  tools    = { "fingers" },
  points   = { "pectoralis-minor" },
  minutes  = { 5, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "brown" }
    step "Welcome"
    welcome {
      "For shoulders that have crept forward.",
      lines = { { "All of it is light: flat fingers, no tips.", pause = 1 }, { "You need a floor, and later a doorway.", pause = 1 } },
    }

    step "Lie down"
    tell {
      { "Lie on your back, knees bent.", pause = 6 },
      { "How far are the shoulders from the floor?", pause = 4, more = 1 },
    }
    settle {
      breath = "soft-34", cycles = 3,
      lines = { { "Breathe low, into the belly.", pause = 1.5 }, { "Let the shoulders be as high as they are.", pause = 2, more = true } },
    }
    rate { "How tight are the shoulders in front, zero to ten?", point = "pectoralis-minor", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left shoulder" or "Right shoulder")
      find  ("pectoralis-minor", side)
      press { "pectoralis-minor", side, seconds = 15, times = 2 }
      if with.side == "both" and side == "left" then
        tell { { "Compare the two shoulders for a breath.", pause = 5, more = 1 } }
      end
    end

    step "Up to the doorway"
    tell {
      { "Roll to one side, and come up in your own time.", pause = 8 },
      { "Eyes open, walk over to the doorway.", pause = 7 },
    }
    for side in sides(with.side) do
      step(side == "left" and "Left arm high" or "Right arm high")
      stretch { "doorway-high", side, seconds = 20 }
    end

    step "Close"
    rate { "How tight are they in front now?", point = "pectoralis-minor", when = "after", more = 2 }
    finish {
      test = {
        { "Roll the shoulders back once, and let them rest.", pause = 5 },
        { "Farther back than before, the same, or forward?", pause = 2, more = 1 },
      },
      lines = { { "Let the arms hang, thumbs forward.", pause = 3 }, { "Breathe out once, all the way.", pause = 3, more = 3 } },
    }
  end,
}
