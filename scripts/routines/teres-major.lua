-- The upper roll behind the armpit. In the second hold the arm slides on the table while the hand keeps its grip.
return {
  title    = "The upper roll behind the armpit",
  summary  = "From the corner of the blade into the armpit's back fold, held between thumb and fingers.",
  region   = "shoulder",
  position = { "chair", "table" },
  tools    = { "pinch" },
  points   = { "teres-major" },
  minutes  = { 4, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed()
    step "Welcome"
    welcome {
      "For the roll of muscle behind each armpit.",
      position = {
        { "Sit facing a table, close to it.", pause = 3 }, { "A folded towel under the elbow is pleasant.", pause = 2.5, more = 3 },
      },
    }

    step "Arms on the table"
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "Let both arms lie on the table like wet cloth.", "Put both arms down, and give them away.", pause = 3 },
        { "Slow breaths, as they come.", pause = 1 },
      },
    }
    rate { "Behind the armpits: how tense, zero to ten?", point = "teres-major", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left roll" or "Right roll")
      find  { "teres-major", side }
      press {
        "teres-major", side, seconds = 20, times = 2, level = 4,
        lines = { again = { "Hold it again, and slide that arm forward and back.", "The same grip, and the arm glides on the table." } },
      }
      stretch { "triceps-overhead", side, seconds = 20 }
    end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "And behind the armpits now, zero to ten?", point = "teres-major", when = "after", more = 2 }
    finish {
      test = {
        { "Reach one arm up, as if to a high shelf.", pause = 4 }, { "And the other.", pause = 4 },
        { "Did it come easier, the same, or harder?", pause = 2, more = 1 },
      },
      lines = { { "Both hands on the thighs, and sit tall.", pause = 3, more = 1 } },
    }
  end,
}
