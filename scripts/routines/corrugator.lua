-- The inner ends of the eyebrows: a small place, small holds, and a breath between the sides.
return {
  title    = "Between the brows",
  summary  = "The small fold where a frown begins.",
  region   = "head",
  position = { "table" },
  tools    = { "pinch" },
  points   = { "corrugator" },
  minutes  = { 4, 7, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed()
    step "Welcome"
    welcome {
      "The small place where a frown begins.",
      lines = {
        { "It is thin skin here, so all of it is light.", pause = 1, more = 1 },
        { "Take off glasses, and sit by a table.", pause = 3 },
      },
    }

    step "The eyes rest"
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "Let the eyelids close by their own weight.", pause = 3 },
        { "Behind them, look at something far away.", "Behind them, let the gaze go far out.", pause = 3, more = 1 },
        { "The breath needs no help.", pause = 1.5 },
      },
    }
    rate { "How tight is it between the brows, zero to ten?", point = "corrugator", when = "before", more = 2 }

    step "Outward"
    tell {
      { "Lay two fingertips above the nose.", pause = 2 },
      { "Draw them apart, along the brows, to the temples.", pause = 4 },
      { "And again, lighter.", pause = 5, more = 1 },
      { "A third time, hardly there.", pause = 5, more = 3 },
    }

    for side in sides(with.side) do
      step(side == "left" and "Left inner brow" or "Right inner brow")
      find  ("corrugator", side)
      press { "corrugator", side, seconds = 10, times = 3 }
      if with.side == "both" and side == "left" then breathe { "calm-46", cycles = 1, words = false } end
    end

    step "Wide"
    stretch { "brow-release", "mid", seconds = 20 }

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "Between the brows now, zero to ten?", point = "corrugator", when = "after", more = 2 }
    finish {
      test = { { "Frown once, and let it go.", pause = 4 }, { "Does it smooth sooner, the same, or later?", pause = 2, more = 1 } },
      lines = { { "Keep the gaze soft for a minute.", pause = 3 }, { "Notice the next frown. Let it pass.", pause = 1, more = 3 } },
    }
  end,
}
