-- Just under the crest of the pelvis, leaning on a ball at the wall; then a figure four on a chair.
return {
  title    = "Back of the hip",
  summary  = "The muscle under the crest of the pelvis that keeps you level when you walk.",
  region   = "hip",
  position = { "wall", "chair" },
  tools    = { "ball-soft", "thumb" },
  points   = { "gluteus-medius" },
  minutes  = { 5, 9, 15 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "The muscle that holds you level at every step.",
      lines = {
        { "Stand near a wall. A soft ball, and a chair close by.", pause = 2 },
        { "No ball? Lean on your thumb, or a fist.", pause = 1.5, more = 2 },
      },
    }

    step "Side to side"
    tell {
      { "Let the weight go onto one leg, then the other.", "Sway from foot to foot, like somebody waiting.", pause = 8 },
      { "Each time, that hip moves out a little.", pause = 5, more = 2 },
      { "Come to rest in the middle.", pause = 2, more = 1 },
    }
    settle { breath = "calm-46", cycles = 2, lines = { { "Two breaths, in your own time.", pause = 1 } } }
    rate { "How tight are the hips, zero to ten?", point = "gluteus-medius", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left hip" or "Right hip")
      find  { "gluteus-medius", side }
      press { "gluteus-medius", side, seconds = 30, times = 2, level = 5 }
      if side == "left" then tell { { "A breath on two even feet.", pause = 5, more = 3 } } end
    end

    step "Figure four"
    tell { { "Leave the ball, and sit down on the chair.", pause = 6 } }
    for side in sides(with.side) do stretch { "figure-four", side, seconds = 25 } end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false, every = 4, lines = { "Feel the chair under both hips." } }
    rate { "And how tight are they now?", point = "gluteus-medius", when = "after", more = 2 }
    finish {
      test = {
        { "Eyes open. Stand up, a hand near the wall.", pause = 4 }, { "Try one leg, then the other.", pause = 7 },
        { "Steadier, the same, or less so?", pause = 2, more = 1 },
      },
      lines = { { "Take the long way to wherever you go next.", pause = 1, more = 1 } },
    }
  end,
}
