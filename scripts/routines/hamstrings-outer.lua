-- The outer half of the back of the thigh, sitting on a ball; then lying, the leg up in a towel.
return {
  title    = "Back of the thigh, outer half",
  summary  = "The outer back of the thigh, on a ball on a chair, then a towel for the leg.",
  region   = "thigh",
  position = { "chair", "floor" },
  tools    = { "ball-soft" },
  points   = { "hamstrings-outer" },
  minutes  = { 5, 10, 15 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "For thighs that have sat on a chair edge all day.",
      lines = {
        { "A hard chair, a soft ball, and a towel for later.", pause = 1 },
        { "Numb when you sit long? Ask about that first.", pause = 1, more = 3 },
      },
    }

    step "Arrive"
    settle {
      breath = "calm-46", cycles = 3,
      lines = {
        { "Sit with the feet flat, hands open in the lap.", pause = 2 },
        { "Feel where the edge of the chair meets the thighs.", "Feel the seat under the whole thigh.", pause = 3, more = 1 },
        { "Nobody counts your breaths. Take them as they come.", pause = 1, more = 2 },
      },
    }
    rate { "How tight is the back of the thigh, zero to ten?", point = "hamstrings-outer", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left thigh" or "Right thigh")
      find  { "hamstrings-outer", side }
      press { "hamstrings-outer", side, seconds = 30, times = 2, level = 5 }
    end

    step "Leg up"
    tell {
      { "Take the towel, and lie down on the floor.", pause = 9 }, { "The other knee may stay bent.", pause = 1.5, more = 1 },
    }
    for side in sides(with.side) do stretch { "hamstring-strap", side, seconds = 25 } end

    step "Close"
    tell { { "Both feet down. Let the back be wide.", pause = 2 } }
    breathe { "calm-46", cycles = 2, words = false, every = 4, lines = { "The backs of the legs lie long." } }
    rate { "And how tight is it now?", point = "hamstrings-outer", when = "after", more = 2 }
    finish {
      test = {
        { "Let one straight leg rise by itself, then the other.", pause = 8 },
        { "Higher, the same, or lower than you expected?", pause = 2, more = 1 },
      },
      lines = { { "Eyes open. Up on hands and knees, and then stand.", pause = 6 } },
    }
  end,
}
