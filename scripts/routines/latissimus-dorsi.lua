-- The broad roll on the side of the back: lifted off the ribs, then made long in a side bend, one side after the other.
return {
  title    = "The side of the back",
  summary  = "The thick roll below the armpit, lifted with one hand, then a side bend.",
  region   = "shoulder",
  position = { "chair", "table" },
  tools    = { "pinch" },
  points   = { "latissimus-dorsi" },
  minutes  = { 4, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed()
    step "Welcome"
    welcome {
      "For the long sides of the back.",
      position = { { "Sit at a table, with room to lean sideways.", pause = 3 } },
    }

    step "Reach"
    tell {
      { "Breathe in, and reach both arms up.", pause = 3.5 },
      { "Breathe out, and bring them down by the sides.", pause = 4 },
      { "Once again, a little longer at the waist.", "One more, reaching from the hips.", pause = 8, more = true },
    }
    settle { cycles = 2, lines = { { "Rest, and let the breath settle by itself.", pause = 2 } } }
    rate { "The sides of the back: how tight, zero to ten?", point = "latissimus-dorsi", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left side of the back" or "Right side of the back")
      find    { "latissimus-dorsi", side }
      press   { "latissimus-dorsi", side, seconds = 25, times = 2 }
      stretch { "side-bend-reach", side, seconds = 20 }
    end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "How tight are the sides now, zero to ten?", point = "latissimus-dorsi", when = "after", more = 2 }
    finish {
      test = {
        { "Both arms up again, as at the start.", pause = 5 }, { "Longer, the same, or shorter?", pause = 2.5, more = 1 },
      },
      lines = { { "Let the arms sink, and lean back.", pause = 3, more = 1 } },
    }
  end,
}
