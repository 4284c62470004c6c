-- The top of the shoulders, one side after the other, sitting at a table.
return {
  title   = "Upper trapezius",
  summary = "The roll of muscle between neck and shoulder tip.",
  region  = "neck",
  tools   = { "pinch" },
  points  = { "upper-trapezius" },
  minutes = { 3, 6, 10 },
  params  = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "The tops of the shoulders.",
      lines = {
        { "A few minutes, with your own hands.", more = 3 },
        { "First squeezing, then a mild stretch, each side.", pause = 1, more = 3 },
        { "Sit by a table, with your back supported.", pause = 1.5 },
        { "Both feet flat. Close your eyes, if you like.", pause = 2, more = 3 },
      },
    }

    step "Breath"
    settle {
      breath = "calm-46", cycles = 2,
      lines = { { "Let the chair carry you.", pause = 1.5, more = 3 }, { "Your own pace is fine.", pause = 1 } },
    }

    rate { "How tense are the shoulders, zero to ten?", point = "upper-trapezius", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left side" or "Right side")
      find    ("upper-trapezius", side)
      press   { point = "upper-trapezius", side = side, seconds = 25, times = 2, level = 5 }
      stretch { "neck-side-tilt", side = side, seconds = 20 }
    end

    step "Close"
    breathe { pattern = "calm-46", cycles = 1, words = false }
    rate { "And now, how tense are they?", point = "upper-trapezius", when = "after", more = 2 }
    finish { lines = { { "Sit up tall, slowly.", pause = 1, more = 1 }, { "Take that ease into the next hour.", more = 3 } } }
  end,
}
