-- Between the long bones of the hand: a fingertip that draws lines from knuckle to wrist, one gap after the other.
return {
  title    = "Between the hand bones",
  summary  = "A fingertip along the gaps of the hand, from the knuckles toward the wrist.",
  region   = "hand",
  position = { "chair" },
  tools    = { "fingers" },
  points   = { "hand-interossei" },
  minutes  = { 4, 8, 11 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "The small gaps between the bones of the hand.",
      lines = {
        { "Any chair will do. Take rings off, if you like.", pause = 3, more = 1 },
        { "Sit back, hands in the lap.", pause = 2 },
      },
    }

    step "Warm hands"
    tell {
      { "Rub the palms together, until they are warm.", pause = 5 },
      { "Now the backs of the hands, one, then the other.", pause = 5, more = 1 },
      { "Lay both on the thighs. Breathe as it comes.", "Let them lie on the thighs. Breathe as you like.", pause = 5 },
    }
    rate { "How stiff are the hands, zero to ten?", point = "hand-interossei", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left hand" or "Right hand")
      find  { "hand-interossei", side }
      press { "hand-interossei", side, seconds = 15, times = 3 }
      move  { "finger-spread", side, seconds = 20 }
    end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "And how stiff are they now?", point = "hand-interossei", when = "after", more = 2 }
    finish {
      test = {
        { "Make a loose fist with each hand, then open it.", pause = 5 }, { "Softer, the same, or stiffer?", pause = 2, more = 1 },
      },
      lines = { { "Fold the hands, whichever way they like.", pause = 3, more = 1 } },
    }
  end,
}
