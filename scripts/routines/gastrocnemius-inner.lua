-- The inner half of the calf on a foam roller, both legs; then the wall, where the heel goes down and the calf grows long.
return {
  title    = "Inner calf",
  summary  = "The thick inner half of the calf, resting on a foam roller.",
  region   = "leg",
  position = { "floor", "wall" },
  tools    = { "roller" },
  points   = { "gastrocnemius-inner" },
  minutes  = { 5, 11, 16 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "brown" }
    step "Welcome"
    welcome {
      "The inner side of the calves, with a foam roller.",
      lines = {
        { "A swollen, hot or red calf? Then not today.", pause = 1 },
        { "No roller? Lie back later, that calf on the other knee.", pause = 1, more = 1 },
        { "Choose a place on the floor, near a wall.", pause = 3 },
      },
    }

    step "Loose feet"
    tell {
      { "Sit down with long legs, hands behind you.", pause = 4, more = 1 },
      { "Pull both feet up, then let them fall away.", pause = 4 },
      { "Five more, at your own speed.", pause = 10, more = 2 },
    }
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "Let the floor have the legs.", "Leave the legs to the floor.", pause = 2 },
        { "Breathe at your own pace.", pause = 1 },
      },
    }
    rate { "How tight are the calves, zero to ten?", point = "gastrocnemius-inner", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left calf" or "Right calf")
      find  { "gastrocnemius-inner", side }
      press { "gastrocnemius-inner", side, seconds = 25, times = 3, level = 5 }
    end

    step "At the wall"
    tell {
      { "Roller out of the way. Come to hands and knees.", pause = 4 },
      { "One foot in front, and rise. Find the wall.", pause = 8 },
    }
    for side in sides(with.side) do stretch { "calf-straight", side, seconds = 25 } end

    step "Close"
    breathe { "calm-46", cycles = 2, words = false, every = 4, lines = { "Tall and easy, both heels down." } }
    rate { "And the calves now, zero to ten?", point = "gastrocnemius-inner", when = "after", more = 2 }
    finish {
      test = {
        { "One foot near the wall: the knee reaches for it.", pause = 4 }, { "Heel down. Then the other leg.", pause = 5 },
        { "Easier than you are used to, or the same?", pause = 2, more = 3 },
      },
      lines = { { "Stand a moment on two quiet feet.", pause = 3, more = 1 } },
    }
  end,
}
