-- The side of the ribs: only a flat palm, only strokes, and a small quick breath, for this muscle moves with it.
return {
  title    = "The side of the ribs",
  summary  = "Slow strokes with a flat palm, below the armpit, toward the back.",
  region   = "chest",
  position = { "chair" },
  tools    = { "palm" },
  points   = { "serratus-anterior" },
  minutes  = { 4, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "brown" }
    step "Welcome"
    welcome {
      "Slow strokes for the side of the ribs.",
      lines = { { "Light is right here: skin, and a little more.", pause = 1.5, more = true } },
      position = { { "Sit upright, arms free, both feet down.", pause = 2.5 } },
    }

    step "Palms on the ribs"
    settle {
      breath = "soft-34", cycles = 4,
      lines = {
        { "Cross the arms, a palm on each side of the ribs.", pause = 3.5 },
        { "Feel them widen, and feel them close.", "They open like a basket, and close again.", pause = 3, more = 1 },
        { "Breathe as you like, small is fine.", pause = 1 },
      },
    }
    rate { "The side ribs: how tight, zero to ten?", point = "serratus-anterior", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left ribs" or "Right ribs")
      find    { "serratus-anterior", side }
      press   { "serratus-anterior", side, seconds = 20, times = 2 }
      stretch { "side-bend-reach", side, seconds = 20 }
    end

    step "Close"
    breathe { "soft-34", cycles = 2, words = false }
    rate { "How tight do they feel now, zero to ten?", point = "serratus-anterior", when = "after", more = 2 }
    finish {
      test = {
        { "Push both hands forward, as at a heavy door.", pause = 4 }, { "And let the blades come home.", pause = 3 },
        { "Smoother, the same, or stiffer?", pause = 2.5, more = 1 },
      },
      lines = { { "Rest the palms on the thighs.", pause = 3, more = 1 } },
    }
  end,
}
