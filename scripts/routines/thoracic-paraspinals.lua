-- Both ropes beside the spine at once: a lower place, the back rounded and long in between, then a higher place.
return {
  title    = "The two ropes of the mid back",
  summary  = "Beside the spine, both sides at once, with two balls at the wall.",
  region   = "upper-back",
  position = { "wall" },
  tools    = { "peanut" },
  points   = { "thoracic-paraspinals" },
  minutes  = { 4, 8, 12 },
  params   = { mode = { "standard", "gentle", "firm" } },

  play = function()
    bed()
    step "Welcome"
    welcome {
      "For the middle of the back, both sides at once.",
      lines = { { "Take two soft balls, tied into one sock.", pause = 2.5 } },
      position = { { "Stand near a wall, arms loosely folded.", pause = 2 } },
    }

    step "Turn"
    tell {
      { "Turn the chest slowly to the left, as far as easy.", pause = 3.5 },
      { "Through the middle, and to the right.", pause = 4 },
      { "Which way goes further? Just notice.", "Notice the side that turns less.", pause = 2.5, more = 1 },
    }
    rate { "The mid back: how stiff, zero to ten?", point = "thoracic-paraspinals", when = "before", more = 2 }

    step "Lower place"
    find  "thoracic-paraspinals"
    press { "thoracic-paraspinals", seconds = 30, times = 2, level = 5 }

    step "Round and long"
    stretch {
      "cat-cow", seconds = 25,
      lines = {
        { "Hands on the thighs, knees well bent.", pause = 2.5 },
        "Round the back with the breath out.", "Let it grow long with the breath in.",
      },
    }

    step "Higher place"
    tell {
      { "Back to the wall, balls as they were.", pause = 4.5 },
      { "Sink in the knees until they reach the blades.", pause = 5 },
      { "Give yourself a loose hug. It clears the way.", pause = 3, more = 1 },
    }
    press {
      "thoracic-paraspinals", seconds = 25, times = 2, level = 4,
      lines = { again = { "Higher up, once again.", "The upper place, one more time." } },
    }

    step "Close"
    tell { { "Arms overhead, and reach. And let them fall.", pause = 5, more = true } }
    breathe { "calm-46", cycles = 1, words = false }
    rate { "How stiff is it now, zero to ten?", point = "thoracic-paraspinals", when = "after", more = 2 }
    finish {
      test = {
        { "Fold the arms. Turn left, then right, as before.", pause = 7 },
        { "Further, the same, or less?", pause = 2.5, more = 1 },
      },
      lines = { { "Stand on both feet, tall and loose.", pause = 3, more = 1 } },
    }
  end,
}
