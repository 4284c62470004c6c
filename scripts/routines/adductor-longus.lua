-- The rope of the inner thigh, well away from the groin: light strokes toward the knee, then the butterfly.
return {
  title    = "Inner thigh",
  summary  = "Light strokes along the rope of the inner thigh, always toward the knee.",
  region   = "thigh",
  position = { "chair", "floor" },
  tools    = { "knuckles" },
  points   = { "adductor-longus" },
  minutes  = { 5, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "The inner thighs, stroked, never dug into.",
      lines = {
        { "Sit on a bench, or across the corner of a chair.", pause = 3 },
        { "Strokes go well over thin cloth.", pause = 1, more = 2 },
      },
    }

    step "Wide seat"
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "Feet wide, hands on the knees.", pause = 2 },
        { "Rock the pelvis forward, and back, a few times.", pause = 6, more = 1 },
        { "Then only breathe, low in the belly.", "Then let the belly breathe for you.", pause = 1 },
      },
    }
    rate { "How tight are the inner thighs, zero to ten?", point = "adductor-longus", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left inner thigh" or "Right inner thigh")
      find  { "adductor-longus", side }
      press { "adductor-longus", side, seconds = 20, times = 2, level = 3 }
    end

    step "Butterfly"
    tell { { "Move down to the floor, or onto a bed.", pause = 8 } }
    stretch { "butterfly", seconds = 25, times = 2 }

    step "Close"
    breathe { "calm-46", cycles = 2, words = false, every = 4, lines = { "Let the floor hold the legs." } }
    rate { "And how tight are they now?", point = "adductor-longus", when = "after", more = 2 }
    finish {
      test = {
        { "Legs out straight. Slide one heel out, then the other.", pause = 7 },
        { "Wider, the same, or less wide?", pause = 2, more = 1 },
      },
      lines = { { "Get up by way of hands and knees.", pause = 6 } },
    }
  end,
}
