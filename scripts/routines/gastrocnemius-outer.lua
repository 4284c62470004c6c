-- The outer half of the calf: a knee to the wall first, to know how it is; the roller; and the wall again.
return {
  title    = "Outer calf",
  summary  = "The outer half of the calf, on a roller with the foot fallen open.",
  region   = "leg",
  position = { "wall", "floor" },
  tools    = { "roller" },
  points   = { "gastrocnemius-outer" },
  minutes  = { 5, 9, 13 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "pink" }
    step "Welcome"
    welcome {
      "For the outer half of the calves.",
      lines = {
        { "It takes a roller, some floor, and a wall.", pause = 1 },
        { "Is a calf swollen, hot or red? Not today, then.", pause = 1 },
      },
      position = { { "Stand at the wall, the roller near your feet.", pause = 3 } },
    }

    step "Knee to the wall"
    tell {
      { "One foot a hand-length from the wall.", pause = 3, more = 1 },
      { "Bend that knee toward the wall, heel down.", pause = 3 },
      { "The same with the other. Remember how far they went.", pause = 5 },
    }
    rate { "And how tight is that, zero to ten?", point = "gastrocnemius-outer", when = "before", more = 2 }
    tell { { "Now come down to the floor, by way of the knees.", pause = 8 } }
    settle {
      breath = "calm-46", cycles = 2,
      lines = { { "Arrive down here first. No hurry in the breath.", "A few breaths, as slow as you please.", pause = 1.5 } },
    }

    for side in sides(with.side) do
      step(side == "left" and "Left calf, outside" or "Right calf, outside")
      find  { "gastrocnemius-outer", side }
      press { "gastrocnemius-outer", side, seconds = 30, times = 2, level = 4 }
    end

    step "Long calves"
    tell { { "Draw the legs in, roll to a side, and get up.", pause = 8 } }
    for side in sides(with.side) do stretch { "calf-straight", side, seconds = 20 } end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false, every = 4, lines = { "The wall is near, and nothing is asked." } }
    rate { "How tight are the calves by now?", point = "gastrocnemius-outer", when = "after", more = 2 }
    finish {
      test = {
        { "Try the knee at the wall again, left and right.", pause = 7 },
        { "Nearer, the same, or less near?", pause = 2, more = 1 },
      },
      lines = { { "Step back from the wall, and let the arms hang.", pause = 3, more = 1 } },
    }
  end,
}
