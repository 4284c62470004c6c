-- The big muscle of the chest: pressed on each side first, then both sides stretched in a doorway, so that one walks only once.
return {
  title    = "Chest",
  summary  = "The front of the chest, after hours with the arms forward.",
  region   = "chest",
  position = { "chair", "doorway" },
  tools    = { "fingers" },
  points   = { "pectoralis-major" },
  minutes  = { 5, 8, 13 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "Opening the front of the chest.",
      lines = {
        { "Keyboards and steering wheels keep the arms forward.", pause = 1, more = 3 },
        { "Sit on a chair, near a doorway.", pause = 2.5 },
      },
    }

    step "Ribs"
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "Lay both palms on the ribs, at the sides.", pause = 3, more = 1 },
        { "Let them widen into the hands.", "Let each breath push the hands apart.", pause = 3 },
      },
    }
    rate { "How tight is the chest, zero to ten?", point = "pectoralis-major", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left, by hand" or "Right, by hand")
      find  ("pectoralis-major", side)
      press { "pectoralis-major", side, seconds = 25, times = 2 }
    end

    step "To the doorway"
    tell {
      { "Open your eyes, stand up, and go to the doorway.", pause = 8 },
      { "Stand in it, one foot ahead.", pause = 3 },
    }
    for side in sides(with.side) do
      step(side == "left" and "Left, in the doorway" or "Right, in the doorway")
      stretch { "doorway-high", side, seconds = 20 }
    end

    step "Close"
    tell { { "Both feet under you, both arms down.", pause = 3 } }
    breathe { "calm-46", cycles = 1, words = false }
    rate { "And how tight is it now?", point = "pectoralis-major", when = "after", more = 2 }
    finish {
      test = {
        { "Raise both arms, as high as they go by themselves.", pause = 5 },
        { "Higher, the same, or lower than most days?", pause = 2, more = 1 },
      },
      lines = { { "Let the arms float down.", pause = 4 }, { "Let the breath keep its room.", pause = 1, more = 3 } },
    }
  end,
}
