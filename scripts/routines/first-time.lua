-- A first session at a table: forearms, where pressing is easy to learn, then the tops of the shoulders.
return {
  title    = "First session",
  summary  = "Learn how it goes, on the forearms and the tops of the shoulders.",
  region   = "neck-shoulder",
  position = { "table" },
  tools    = { "fingers", "thumb", "pinch" },
  points   = { "wrist-extensors", "upper-trapezius" },
  minutes  = { 5, 10, 16 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "Your first session: forearms, then shoulders.",
      lines = {
        { "You press, you decide how much.", pause = 1 },
        { "A tender spot may ease while you wait on it.", pause = 1, more = 3 },
        { "Sit at a table, with your back supported.", pause = 2 },
      },
    }

    step "Arrive"
    settle {
      breath = "calm-46", cycles = 3,
      lines = {
        { "A tone that rises is a breath in.", pause = 1 },
        { "One that falls is a breath out.", pause = 1 },
        { "If your breath has another pace, follow that.", pause = 1.5 },
      },
    }
    rate { "How tense are arms and shoulders, zero to ten?", point = "upper-trapezius", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left forearm" or "Right forearm")
      find  ("wrist-extensors", side)
      press { "wrist-extensors", side, seconds = 15, times = 2 }
    end

    step "To the shoulders"
    tell { { "Shake out both hands.", pause = 3 }, { "Next, the tops of the shoulders, between two fingers.", pause = 1, more = 3 } }
    for side in sides(with.side) do
      step(side == "left" and "Left shoulder" or "Right shoulder")
      find  ("upper-trapezius", side)
      press { "upper-trapezius", side, seconds = 15, times = 2 }
    end

    for side in sides(with.side) do
      step(side == "left" and "Left of the neck" or "Right of the neck")
      stretch { "neck-side-tilt", side, seconds = 15 }
    end

    step "Close"
    breathe { "calm-46", cycles = 2, words = false, lines = { "Nothing to press any more.", "Let the hands be idle." } }
    rate { "And how tense now, zero to ten?", point = "upper-trapezius", when = "after", more = 2 }
    finish {
      test = { { "Lift both shoulders, and let them drop.", pause = 4, more = 1 } },
      lines = { { "Once a day is plenty, to begin with.", pause = 1, more = 1 }, { "Tomorrow, notice how it feels, then choose.", pause = 1, more = 3 } },
    }
  end,
}
