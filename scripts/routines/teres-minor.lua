-- A spot no bigger than a fingertip, behind the shoulder. Two movements of the arm tell at both ends how it turns.
return {
  title    = "The small spot behind the shoulder",
  summary  = "The blade's outer edge, just behind the armpit, with your fingertips.",
  region   = "shoulder",
  position = { "chair" },
  tools    = { "fingers" },
  points   = { "teres-minor" },
  minutes  = { 4, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "brown" }
    step "Welcome"
    welcome {
      "A small place behind each shoulder.",
      position = { { "Any chair will do, and bare hands.", "Sit on any chair. Your hands are all you need.", pause = 2.5 } },
    }

    step "Two reaches"
    tell {
      { "One hand to the back of the head, elbow out.", pause = 3.5 },
      { "Then the same hand to the back of the waist.", pause = 3.5 },
      { "The other arm: head, then waist.", pause = 6, more = 1 },
    }
    settle { cycles = 1, lines = { { "Hands down, and breathe at your own pace.", pause = 2 } } }
    rate { "Behind the shoulders: how tense, zero to ten?", point = "teres-minor", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Behind the left shoulder" or "Behind the right shoulder")
      find    { "teres-minor", side }
      press   { "teres-minor", side, seconds = 20, times = 2, level = 4 }
      stretch { "arm-across", side, seconds = 20 }
    end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "Behind the shoulders now, zero to ten?", point = "teres-minor", when = "after", more = 2 }
    finish {
      test = {
        { "Each hand to the head, then to the waist.", pause = 8 }, { "Freer, the same, or tighter?", pause = 2.5, more = 1 },
      },
      lines = { { "Let the arms be long, and sit back.", pause = 3, more = 1 } },
    }
  end,
}
