-- The big muscle of the seat, sitting on the floor with a ball; then on the back, each knee across.
return {
  title    = "Buttocks",
  summary  = "The big muscle you sit on, with a ball on the floor.",
  region   = "hip",
  position = { "floor", "wall" },
  tools    = { "ball-soft", "ball-firm" },
  points   = { "gluteus-maximus" },
  minutes  = { 5, 10, 16 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "brown" }
    step "Welcome"
    welcome {
      "For the seat, after long hours on it.",
      lines = {
        { "A mat, and a tennis ball. A firmer ball only later.", pause = 1 },
        { "Sit down on the floor, legs in front of you.", pause = 6 },
      },
    }

    step "Arrive"
    tell {
      { "Lean back on the hands.", pause = 2 },
      { "Shift from one side of the seat to the other.", "Tip from one sit-bone to the other, slowly.", pause = 7 },
      { "Notice which side feels fuller.", pause = 3, more = 2 },
    }
    settle { breath = "calm-46", cycles = 2, lines = { { "Let the arms prop you. Breathe as suits you.", pause = 1.5 } } }
    rate { "How tense is the seat, zero to ten?", point = "gluteus-maximus", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left buttock" or "Right buttock")
      find  { "gluteus-maximus", side }
      press { "gluteus-maximus", side, seconds = 30, times = 2, level = 5 }
    end

    step "Knees across"
    tell { { "Lie back, one elbow after the other.", pause = 6 } }
    for side in sides(with.side) do stretch { "knee-to-opposite", side, seconds = 25 } end

    step "Close"
    breathe { "calm-46", cycles = 2, words = false, every = 4, lines = { "Let the whole seat spread out." } }
    rate { "How tense is it now?", point = "gluteus-maximus", when = "after", more = 2 }
    finish {
      test = {
        { "Both feet flat. Tip the knees to one side, then over.", pause = 7 },
        { "Do the hips roll more freely, the same, or less?", pause = 2, more = 1 },
      },
      lines = { { "Turn onto a side, and let the arms bring you up.", pause = 5 } },
    }
  end,
}
