-- The middle of the buttock, sitting on a chair with a soft ball under it, and a figure four on the same chair.
return {
  title    = "Deep in the buttock",
  summary  = "The deep muscle in the centre of the buttock, without leaving the chair.",
  region   = "hip",
  position = { "chair" },
  tools    = { "ball-soft" },
  points   = { "piriformis" },
  minutes  = { 5, 8, 14 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "Deep in the buttock, on the chair you sit on.",
      lines = {
        { "Choose a chair with a firm, flat seat.", pause = 1 }, { "A tennis ball, nothing harder.", pause = 1 },
        { "An ache may spread to the thigh. That is fine.", more = 3 },
      },
    }

    step "Both feet down"
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "Sit back, and let the seat take all of you.", pause = 2 },
        { "Circle once over the bones you sit on.", "Roll once round the bones you sit on.", pause = 4, more = 1 },
        { "The breath may be as long as it likes.", pause = 1, more = 2 },
      },
    }
    rate { "How tense is the seat, deep down, zero to ten?", point = "piriformis", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left buttock" or "Right buttock")
      find    { "piriformis", side }
      press   { "piriformis", side, seconds = 25, times = 2, level = 4 }
      stretch { "figure-four", side, seconds = 25 }
    end

    step "Close"
    tell { { "Both feet flat, hands on the thighs.", pause = 2 } }
    breathe { "calm-46", cycles = 2, words = false, every = 4, lines = { "Both sides equally heavy." } }
    rate { "And deep down now, zero to ten?", point = "piriformis", when = "after", more = 2 }
    finish {
      test = {
        { "Turn both knees out, then in, a few times.", pause = 6 },
        { "Is there more room, the same, or less?", pause = 2, more = 1 },
      },
      lines = {
        { "Stand up once before you sit on.", pause = 2, more = 1 }, { "And move a wallet to another pocket.", more = 3 },
      },
    }
  end,
}
