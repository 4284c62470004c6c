-- The roll on the thumb side of the forearm, which lifts cups and hammers. A slow nodding of the hand comes before and after.
return {
  title    = "Thumb side of the forearm",
  summary  = "The roll below the elbow that lifts a cup, a pan or a hammer.",
  region   = "forearm",
  position = { "chair", "table" },
  tools    = { "pinch", "thumb" },
  points   = { "brachioradialis" },
  minutes  = { 4, 7, 11 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "The thumb side of the forearms.",
      lines = {
        { "It works whenever you lift a cup.", "It helps with every pan you lift.", pause = 1, more = 1 },
        { "Be seated, with a table right in front.", pause = 2 },
      },
    }

    step "Nod"
    tell {
      { "Both forearms on the table, thumbs to the ceiling.", pause = 2 },
      { "Tip both hands up, and let them nod down.", pause = 4 },
      { "A few more, no faster than you breathe.", pause = 8, more = 1 },
      { "Whatever pace your breath has is fine.", pause = 1 },
    }
    rate { "How tired is that side of the arm, zero to ten?", point = "brachioradialis", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left forearm" or "Right forearm")
      find    { "brachioradialis", side }
      press   { "brachioradialis", side, seconds = 20, times = 2, level = 4 }
      stretch { "wrist-bend-down", side, seconds = 20 }
    end

    step "Breathe"
    breathe { "calm-46", cycles = 3, words = false, lines = { "Longer out than in.", "Let the table hold both arms." } }

    step "Close"
    rate { "How tired is it now?", point = "brachioradialis", when = "after", more = 2 }
    finish {
      test = {
        { "Lift one hand, as if it held a full cup.", pause = 4 }, { "And the other. Lighter, the same, or heavier?", pause = 4, more = 1 },
      },
      lines = { { "Set both cups down, and rest.", "Put both cups down again.", pause = 3, more = 1 } },
    }
  end,
}
