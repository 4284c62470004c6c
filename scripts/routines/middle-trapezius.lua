-- Between the blades, level with their ridges: a ball in a sock, the wall, and one breath in the middle.
return {
  title    = "High between the shoulder blades",
  summary  = "The flat muscle between spine and shoulder blade, with a ball at the wall.",
  region   = "upper-back",
  position = { "wall" },
  tools    = { "ball-soft" },
  points   = { "middle-trapezius" },
  minutes  = { 4, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed()
    step "Welcome"
    welcome {
      "For the strip between your shoulder blades.",
      position = {
        { "You need a wall, and a soft ball in a long sock.", pause = 3 },
        { "The ball can wait. Come to the wall.", pause = 3, more = 1 },
      },
    }

    step "At the wall"
    tell {
      { "Lean your whole back against the wall.", pause = 4 },
      { "Feel which shoulder blade it meets first.", "Notice how wide your back is on the wall.", pause = 4, more = 1 },
    }
    settle { cycles = 2, lines = { { "Breathe at your own pace.", pause = 1 } } }
    rate { "Between the blades: how tense, zero to ten?", point = "middle-trapezius", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left of the spine" or "Right of the spine")
      find  { "middle-trapezius", side }
      press { "middle-trapezius", side, seconds = 30, times = 2, level = 5 }
      if side == "left" and with.side == "both" then
        tell { { "Compare the two halves of your back.", pause = 5, more = 2 } }
      end
    end

    step "Round and wide"
    tell { { "Put the ball aside. Stand free of the wall.", pause = 3, more = 1 } }
    stretch { "self-hug", seconds = 20 }

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "And now, between the blades, zero to ten?", point = "middle-trapezius", when = "after", more = 2 }
    finish {
      test = { { "Draw both elbows back, then bring them forward.", pause = 5 }, { "Smoother, the same, or stiffer?", pause = 2, more = 1 } },
      lines = { { "Let the arms swing once or twice.", "Shake out both arms.", pause = 3, more = 1 } },
    }
  end,
}
