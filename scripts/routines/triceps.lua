-- The back of the upper arm, which lies on a ball while the table carries it; the stretch follows on each side.
return {
  title    = "Back of the upper arm",
  summary  = "The arm's own weight on a soft ball, then the elbow to the ceiling.",
  region   = "arm",
  position = { "chair", "table" },
  tools    = { "ball-soft", "pinch" },
  points   = { "triceps" },
  minutes  = { 4, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "brown" }
    step "Welcome"
    welcome {
      "The back of the upper arms, lying on a ball.",
      lines = {
        { "You need a soft ball. In a sock it stays put.", pause = 1 },
        { "Without one, thumb and fingers will do.", pause = 1, more = 3 },
        { "Sit down at a table, and slide in close.", pause = 2.5 },
      },
    }

    step "Heavy arms"
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "Lay both arms on the table, long in front of you.", pause = 2 },
        { "The table takes one arm. Then it takes the other.", "The table has one arm. Now it has both.", pause = 3, more = 1 },
        { "Your own pace is fine.", pause = 1 },
      },
    }
    rate { "Press the palms down a moment. How tense, zero to ten?", point = "triceps", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left arm on the ball" or "Right arm on the ball")
      find    { "triceps", side }
      press   { "triceps", side, seconds = 25, times = 2, level = 4 }
      tell    { { "Leave the ball within reach.", pause = 1.5, more = 1 } }
      stretch { "triceps-overhead", side, seconds = 20 }
    end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "Press them down again. How tense is it now?", point = "triceps", when = "after", more = 2 }
    finish {
      test = {
        { "Reach both arms up, as high as is easy.", pause = 4 },
        { "Is the way up easier, the same, or harder?", pause = 2, more = 1 },
      },
      lines = { { "Let the hands drop into the lap.", "Lower the arms, and let them lie.", pause = 3, more = 1 } },
    }
  end,
}
