-- The back of the neck: a warm hand first, slow strokes on each side, and length for both at the end.
return {
  title    = "Back of the neck",
  summary  = "The two columns beside the bones, after looking down for long.",
  region   = "neck",
  position = { "chair", "wall" },
  tools    = { "fingers" },
  points   = { "neck-posterior" },
  minutes  = { 4, 7, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "brown" }
    step "Welcome"
    welcome {
      "A few slow strokes for the back of the neck.",
      lines = {
        { "Recent whiplash, rheumatoid or loose neck? Not this one.", pause = 1 },
        { "A stroke, or a diseased neck artery? Ask a doctor first.", pause = 1 },
        { "Sit with something behind your head.", pause = 3 },
      },
    }

    step "A warm hand"
    tell {
      { "Lay one whole hand over the back of your neck.", pause = 3 },
      { "Wait there until it feels warm.", "Do nothing but let it warm.", pause = 7 },
    }
    settle {
      breath = "calm-46", cycles = 2,
      lines = { { "Feel the neck widen into it, breathing in.", pause = 1.5, more = 1 }, { "No pace but your own.", pause = 1.5 } },
    }
    tell { { "Now the hand may slide away.", pause = 2 } }
    rate { "How heavy is the neck, zero to ten?", point = "neck-posterior", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left column" or "Right column")
      find  ("neck-posterior", side)
      press { "neck-posterior", side, seconds = 20, times = 2 }
    end

    step "Length"
    stretch { "chin-tuck-nod", "mid", seconds = 20 }

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "And how heavy is it now?", point = "neck-posterior", when = "after", more = 2 }
    finish {
      test = {
        { "Let the chin sink to the chest, lips closed.", pause = 4 },
        { "Closer, the same, or farther off?", pause = 2, more = 1 },
      },
      lines = {
        { "Roll up from the chest. The head comes last.", pause = 4 },
        { "Bring the page to your eyes, next time.", pause = 1, more = 3 },
      },
    }
  end,
}
