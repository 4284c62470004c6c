-- The inner half of the back of the thigh, on a ball with the leg turned out; at the end the calves rest on the chair.
return {
  title    = "Back of the thigh, inner half",
  summary  = "The inner back of the thigh, on a ball with the leg turned out.",
  region   = "thigh",
  position = { "chair", "floor" },
  tools    = { "ball-soft" },
  points   = { "hamstrings-inner" },
  minutes  = { 5, 10, 16 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "brown" }
    step "Welcome"
    welcome {
      "The inner cords at the back of the thigh.",
      lines = {
        { "A firm chair, with some floor in front of it.", pause = 1 }, { "A soft ball in reach, and a towel.", pause = 1.5 },
      },
    }

    step "Turn out, turn in"
    tell {
      { "Sit tall. Let both knees roll out, then in.", "Open the knees like a book, and close them.", pause = 8 },
      { "Feel the thighs turn over on the seat.", pause = 5, more = 2 },
    }
    settle { breath = "calm-46", cycles = 2, lines = { { "Stop in the middle. A breath or two, as you like.", pause = 1 } } }
    rate { "How do the backs of the thighs feel, ten being very tight?", point = "hamstrings-inner", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left leg" or "Right leg")
      find  { "hamstrings-inner", side }
      press { "hamstrings-inner", side, seconds = 30, times = 2, level = 5 }
      if side == "left" then tell { { "Lean back, and let one breath go by.", pause = 6, more = 3 } } end
    end

    step "On the floor"
    tell { { "Bring the towel down to the floor with you.", pause = 9 } }
    for side in sides(with.side) do stretch { "hamstring-strap", side, seconds = 25 } end

    step "Calves on the chair"
    tell { { "Shuffle to the chair, and lay the calves on the seat.", pause = 8 } }
    breathe { "calm-46", cycles = 3, words = false, lines = { "Let the chair have the legs.", "Heavy calves, long back." } }
    rate { "And how do they feel now?", point = "hamstrings-inner", when = "after", more = 2 }
    finish {
      test = false,
      lines = {
        { "Draw the knees in, and roll to one side.", pause = 5 }, { "Sit up, and then stand, one thing at a time.", pause = 5 },
        { "Eyes open. Walk a little, and let the legs swing.", pause = 4, more = 1 },
      },
    }
  end,
}
