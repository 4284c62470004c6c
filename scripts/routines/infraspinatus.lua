-- The flat of the blade at the wall. A thumb that climbs the spine says before and after how freely the shoulder turns.
return {
  title    = "The flat of the shoulder blade",
  summary  = "The muscle on the back of the blade, side-on to the wall with a ball.",
  region   = "shoulder",
  position = { "wall" },
  tools    = { "ball-soft" },
  points   = { "infraspinatus" },
  minutes  = { 4, 9, 13 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed()
    step "Welcome"
    welcome {
      "For the broad back of each shoulder blade.",
      position = { { "A wall to lean on, and one soft ball.", pause = 2 }, { "Stand beside the wall, feet apart.", pause = 3 } },
    }

    step "Thumb up the back"
    tell {
      { "Slide one thumb up your spine, behind the back.", pause = 4, more = true },
      { "Note how high. Then the other hand.", pause = 6, more = true },
    }
    settle {
      cycles = 1,
      lines = { { "Arms down, and a breath at your own pace.", "Let both arms hang, and breathe as you like.", pause = 2 } },
    }
    rate { "The blades: how tense, zero to ten?", point = "infraspinatus", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left blade" or "Right blade")
      find    { "infraspinatus", side }
      press   { "infraspinatus", side, seconds = 30, times = 2, level = 5 }
      stretch { "arm-across", side, seconds = 20 }
    end

    step "Close"
    tell { { "Come away from the wall, ball in a pocket.", pause = 3, more = true } }
    breathe { "calm-46", cycles = 1, words = false }
    rate { "And the blades now, zero to ten?", point = "infraspinatus", when = "after", more = 2 }
    finish {
      test = {
        { "One thumb up the spine, as high as is easy.", pause = 4 }, { "And the other one.", pause = 4 },
        { "Higher than before, or about the same?", pause = 2.5, more = true },
      },
      lines = { { "Shake both arms out, from the shoulders.", pause = 4, more = 1 } },
    }
  end,
}
