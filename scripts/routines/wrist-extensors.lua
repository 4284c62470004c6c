-- The muscles on top of the forearm, which hold the hand up over a keyboard. The hand hangs over the table's edge meanwhile.
return {
  title    = "Top of the forearm",
  summary  = "Where the forearm holds the hand up all day, below the outer elbow.",
  region   = "forearm",
  position = { "chair", "table" },
  tools    = { "thumb", "knuckles" },
  points   = { "wrist-extensors" },
  minutes  = { 4, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "The forearms, where they lift the hands.",
      lines = {
        { "Long sleeves? Push them up, if you like.", pause = 3, more = 3 },
        { "Sit at a table, near its edge.", pause = 2 },
      },
    }

    step "Palms together"
    tell {
      { "Bring the palms together in front of the chest.", pause = 2 },
      { "Lower them until the wrists begin to pull.", "Let them sink until the wrists notice it.", pause = 4 },
      { "Remember how low that was. Let go.", pause = 1 },
    }
    settle {
      breath = "calm-46", cycles = 1,
      lines = { { "Both forearms on the table, as heavy as they are.", pause = 1.5, more = 1 }, { "Your own pace is fine.", pause = 1 } },
    }
    rate { "How tight are the forearms, zero to ten?", point = "wrist-extensors", when = "before", more = 2 }

    tell {
      { "Make a soft fist, and iron each forearm with it.", pause = 3, more = 2 },
      { "From elbow to wrist, three slow strokes each.", pause = 9, more = 2 },
    }
    for side in sides(with.side) do
      step(side == "left" and "Left forearm" or "Right forearm")
      find    { "wrist-extensors", side }
      press   { "wrist-extensors", side, seconds = 25, times = 2, level = 5 }
      stretch { "wrist-bend-down", side, seconds = 20 }
    end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "And how tight are they now?", point = "wrist-extensors", when = "after", more = 2 }
    finish {
      test = {
        { "Palms together once more, and lower them.", pause = 4 },
        { "Lower, the same, or higher than before?", pause = 2, more = 1 },
      },
      lines = { { "Lay the hands in the lap for a breath.", pause = 3, more = 1 } },
    }
  end,
}
