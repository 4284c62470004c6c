-- The soft pad in front of the outer ankle: circles first in the ankle, then of the thumb, then in the ankle again.
return {
  title    = "Top of the foot",
  summary  = "The soft pad in front of the outer ankle, in small circles.",
  region   = "foot",
  position = { "chair" },
  tools    = { "thumb" },
  points   = { "extensor-digitorum-brevis" },
  minutes  = { 5, 8, 11 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "pink" }
    step "Welcome"
    welcome {
      "A small soft pad on top of each foot.",
      lines = { { "Few people know it is there. Thumbs will find it.", pause = 1, more = 3 } },
      position = { { "Sit down, and slip off your shoes.", "A chair will do. Shoes off, if you can.", pause = 4 } },
    }

    step "Arrive"
    settle {
      breath = "calm-46", cycles = 2,
      lines = { { "Let the whole weight of the legs go down.", pause = 2 }, { "In and out, as you please.", pause = 1 } },
    }
    rate { "The tops of the feet: how tense, zero to ten?", point = "extensor-digitorum-brevis", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left foot" or "Right foot")
      move    { "ankle-circles", side, seconds = 20 }
      find    { "extensor-digitorum-brevis", side }
      press   { "extensor-digitorum-brevis", side, seconds = 20, times = 2, level = 3 }
      stretch { "toe-curl-down", side, seconds = 15 }
    end

    step "Close"
    breathe { "calm-46", cycles = 2, words = false, every = 4, lines = { "The feet have nothing to do." } }
    rate { "And the tops of the feet now?", point = "extensor-digitorum-brevis", when = "after", more = 2 }
    finish {
      test = { { "Lift the toes of both feet, and let them down.", pause = 4 }, { "Lighter, or as before?", pause = 2, more = 1 } },
      lines = { { "Slip back into your shoes when you are ready.", pause = 2, more = 1 } },
    }
  end,
}
