-- The four grooves on top of the foot, with a fingertip. A quiet one, for evenings: little talk, slow breath, foot after foot.
return {
  title    = "Between the foot bones",
  summary  = "The narrow grooves on top of the foot, with one fingertip.",
  region   = "foot",
  position = { "chair", "bed" },
  tools    = { "fingers" },
  points   = { "foot-interossei" },
  minutes  = { 4, 7, 10 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "brown", db = -40 }
    step "Welcome"
    welcome {
      "A quiet walk over the tops of your feet.",
      lines = { { "One fingertip does it all.", pause = 1, more = 1 } },
      position = { { "Sit softly: an armchair, or the bed.", pause = 3 } },
    }

    step "Warm hands"
    tell { { "Rub the palms together, and cover both feet.", "Warm your hands, then lay them on the feet.", pause = 6 } }
    settle { breath = "calm-46", cycles = 2, lines = { { "Stay there for a breath or two.", pause = 1 } } }
    rate { "How stiff do the feet feel, zero to ten?", point = "foot-interossei", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Top of the left foot" or "Top of the right foot")
      find    { "foot-interossei", side }
      press   { "foot-interossei", side, seconds = 20, times = 2, level = 3 }
      stretch { "toe-curl-down", side, seconds = 15 }
      breathe { "calm-46", cycles = 1, words = false, every = 4, lines = { "A quiet foot, a slow breath." } }
    end

    step "Close"
    tell { { "Warm hands on both feet once more.", pause = 5, more = 1 } }
    rate { "How stiff are they by now?", point = "foot-interossei", when = "after", more = 2 }
    finish {
      test = {
        { "Fan the toes of both feet, and let them fold.", pause = 4 },
        { "Wider, the same, or narrower?", pause = 2, more = 1 },
      },
      lines = { { "Keep the feet warm, if you like.", more = 3 } },
    }
  end,
}
