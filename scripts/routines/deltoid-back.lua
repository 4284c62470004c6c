-- The back of the shoulder cap at the wall. It begins with swinging arms, and each side ends with the arm drawn across.
return {
  title    = "The back of the shoulder",
  summary  = "The back of the shoulder cap, side-on to the wall with a ball.",
  region   = "shoulder",
  position = { "wall" },
  tools    = { "ball-soft" },
  points   = { "deltoid-back" },
  minutes  = { 4, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed()
    step "Welcome"
    welcome {
      "For the back of the shoulder caps.",
      position = { { "A soft ball, and a wall with room beside it.", pause = 2.5 } },
    }

    step "Swing"
    tell {
      { "Let both arms swing, forward and back.", pause = 5 },
      { "Let the knees give a little with each swing.", pause = 5, more = true },
      { "And let them come to rest by themselves.", pause = 4 },
    }
    settle { cycles = 1, lines = { { "Your breath sets its own pace.", "Now only the breath swings.", pause = 1.5 } } }
    rate { "Behind the caps: how tense, zero to ten?", point = "deltoid-back", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left shoulder" or "Right shoulder")
      find    { "deltoid-back", side }
      press   { "deltoid-back", side, seconds = 20, times = 2, level = 4 }
      stretch { "arm-across", side, seconds = 20 }
    end

    step "Close"
    tell { { "Put the ball down, and stand free.", pause = 3, more = 1 } }
    breathe { "calm-46", cycles = 1, words = false }
    rate { "Behind the caps now, zero to ten?", point = "deltoid-back", when = "after", more = 2 }
    finish {
      test = {
        { "Sweep both arms back, palms facing in.", pause = 5 }, { "Wider, the same, or less wide?", pause = 2.5, more = 1 },
      },
      lines = { { "Let the hands grow heavy by your sides.", pause = 3, more = 1 } },
    }
  end,
}
