-- The ropes beside the low spine, standing at a wall with a ball in a sock; then on the floor, knees to the chest.
return {
  title    = "Beside the low spine",
  summary  = "The two long ropes beside the low spine, with a soft ball at the wall.",
  region   = "low-back",
  position = { "wall", "floor" },
  tools    = { "ball-soft" },
  points   = { "lumbar-paraspinals" },
  minutes  = { 5, 9, 14 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "For a low back that has carried you all day.",
      lines = {
        { "You need a wall, and a soft ball in a long sock.", pause = 1 },
        { "Later, a bit of floor to lie on.", pause = 1, more = 2 },
      },
    }

    step "Loosen"
    tell {
      { "Stand with the feet hip-wide, hands on the hips.", pause = 3 },
      { "Rock the pelvis forward and back, a little only.", "Let the pelvis tip forward and back, not far.", pause = 7 },
      { "Smaller now, and smaller. Then stand.", pause = 4, more = 2 },
    }
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "Breathe behind you, into the back of the belt.", pause = 1.5, more = 1 }, { "At your own pace.", pause = 1 },
      },
    }
    rate { "How tight is the low back, zero to ten?", point = "lumbar-paraspinals", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left rope" or "Right rope")
      find  { "lumbar-paraspinals", side }
      press { "lumbar-paraspinals", side, seconds = 30, times = 2, level = 5 }
    end

    step "Floor"
    tell {
      { "Leave the ball by the wall.", pause = 2, more = 1 },
      { "Come down to the floor, a hand on the wall.", pause = 8 },
    }
    stretch { "knees-to-chest", seconds = 20, times = 2 }

    step "Close"
    breathe { "calm-46", cycles = 2, words = false, every = 4, lines = { "The breath moves the back." } }
    rate { "And how tight is it now?", point = "lumbar-paraspinals", when = "after", more = 2 }
    finish {
      test = {
        { "Eyes open. Roll to one side, and push up to stand.", pause = 9 },
        { "Slide the hands down the thighs, and come up.", pause = 5 },
        { "More room, the same, or less?", pause = 2, more = 1 },
      },
      lines = { { "Walk a few steps before you sit down again.", pause = 1, more = 1 } },
    }
  end,
}
