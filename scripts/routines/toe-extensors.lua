-- The thin muscles that lift the toes: toe play first, then short strokes half-way down the shin, then both feet are pointed.
return {
  title    = "Toe lifters",
  summary  = "The thin muscles half-way down the shin, which lift the toes.",
  region   = "leg",
  position = { "chair" },
  tools    = { "thumb" },
  points   = { "toe-extensors" },
  minutes  = { 4, 8, 11 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "pink" }
    step "Welcome"
    welcome {
      "The muscles that lift your toes.",
      lines = { { "Half-way down each shin, with one thumb.", pause = 1, more = 1 } },
      position = { { "Sit so that a hand can reach the shin.", pause = 3 } },
    }

    step "Toes"
    tell {
      { "Lift all ten toes. Put them down one by one.", "All ten toes up, and down like fingers on a table.", pause = 5 },
      { "Again, beginning with the small ones.", pause = 5, more = 1 },
    }
    settle { breath = "calm-46", cycles = 2, lines = { { "Now leave the toes alone, and just breathe.", pause = 1 } } }
    rate { "The front of the lower legs: how tense, zero to ten?", point = "toe-extensors", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left toe lifters" or "Right toe lifters")
      find  { "toe-extensors", side }
      press { "toe-extensors", side, seconds = 20, times = 2, level = 4 }
    end

    step "Pointed feet"
    tell { { "Lean back. The legs have done their part.", "Lean back, and let the hands rest a while.", pause = 2, more = 1 } }
    for side in sides(with.side) do stretch { "shin-point", side, seconds = 20 } end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false, every = 4, lines = { "Quiet toes, quiet breath." } }
    rate { "And now, from zero to ten?", point = "toe-extensors", when = "after", more = 2 }
    finish {
      test = { { "Ten toes up once more, and down one by one.", pause = 5 }, { "Do they come more easily?", pause = 2, more = 1 } },
      lines = { { "Both soles on the floor, flat and wide.", pause = 3, more = 1 } },
    }
  end,
}
