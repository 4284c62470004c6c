-- Along the inner edge of the blade, the arm folded across the chest: the tender place, the one below it, and the tender place once more.
return {
  title    = "Along the edge of the shoulder blade",
  summary  = "Between blade and spine, the arm folded across, with a ball at the wall.",
  region   = "upper-back",
  position = { "wall" },
  tools    = { "ball-soft" },
  points   = { "rhomboids" },
  minutes  = { 4, 9, 13 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "brown" }
    step "Welcome"
    welcome {
      "For the inner edge of each shoulder blade.",
      position = { { "Bring a soft ball in a long sock to a wall.", pause = 3 } },
    }

    step "Loosen"
    tell {
      { "Stand easy, and shrug both shoulders up.", pause = 2 },
      { "Let them drop on a breath out.", pause = 3 },
      { "Again: up with the breath in, down with the breath out.", pause = 7, more = 1 },
    }
    settle {
      cycles = 1,
      lines = { { "Your own pace is fine.", pause = 1 } },
    }
    rate { "Along the blades: how tense, zero to ten?", point = "rhomboids", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left blade" or "Right blade")
      find  { "rhomboids", side }
      press {
        "rhomboids", side, seconds = 25, times = 3, level = 5,
        lines = {
          again = { "Let the ball down the edge by its own width.", "A ball-width lower on the edge." },
          leave = { "Back up to the place that ached most." },
        },
      }
      if side == "left" then breathe { "calm-46", cycles = 1, words = false } end
    end

    step "Open and close"
    tell { { "Leave the wall. Open both arms as you breathe in.", pause = 4, more = true } }
    stretch { "self-hug", seconds = 20 }

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "And the edge of the blades now, zero to ten?", point = "rhomboids", when = "after", more = 2 }
    finish {
      test = {
        { "Reach one arm across, then the other.", pause = 6 },
        { "Do both blades glide alike?", "Easier, the same, or harder?", pause = 2.5, more = 1 },
      },
      lines = { { "Let both hands hang, and stand tall.", pause = 3, more = 1 } },
    }
  end,
}
