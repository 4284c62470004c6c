-- The outside of the lower leg, sitting: edges of the feet first, fingers that lean, and the sole turned up.
return {
  title    = "Outer side of the lower leg",
  summary  = "The strings down the outside, from below the knee toward the ankle.",
  region   = "leg",
  position = { "chair" },
  tools    = { "fingers" },
  points   = { "peroneals" },
  minutes  = { 4, 8, 11 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "brown" }
    step "Welcome"
    welcome {
      "The outer sides of the lower legs.",
      lines = { { "They steady the ankle at every step.", pause = 1, more = 3 } },
      position = { { "A chair, and shoes off if you can.", pause = 4 } },
    }

    step "Edges"
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "Feel the outer edge of both feet on the floor.", "Notice where your feet meet the floor.", pause = 2.5 },
        { "Breathe the way you like.", pause = 1 },
      },
    }
    rate { "How tense are the outer legs, zero to ten?", point = "peroneals", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left outer leg" or "Right outer leg")
      tell {
        { "{side} leg: a flat hand sweeps down its outside.", pause = 3.5, more = 2 },
        { "Twice more, knee to ankle, slow and warm.", pause = 6, more = 2 },
      }
      find    { "peroneals", side }
      press   { "peroneals", side, seconds = 20, times = 2, level = 4 }
      stretch { "foot-turn-in", side, seconds = 20 }
    end

    step "Close"
    breathe { "calm-46", cycles = 2, words = false, every = 4, lines = { "Both soles wide on the floor." } }
    rate { "And the outer legs now?", point = "peroneals", when = "after", more = 2 }
    finish {
      test = {
        { "Roll both feet to the outer edges, then the inner.", pause = 4 },
        { "Smoother, the same, or stiffer?", pause = 2, more = 1 },
      },
      lines = { { "Plant both feet, and feel their four corners.", pause = 3, more = 1 } },
    }
  end,
}
