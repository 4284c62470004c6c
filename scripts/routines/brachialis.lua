-- Under the biceps, low on the outside of the arm: movement first, two fingers at the table, and a wall at the end.
return {
  title    = "Under the biceps",
  summary  = "The quiet elbow bender beneath the biceps, low on the outside of the arm.",
  region   = "arm",
  position = { "standing", "chair", "table", "wall" },
  tools    = { "fingers", "thumb" },
  points   = { "brachialis" },
  minutes  = { 5, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "Under the biceps there is another muscle. It is today's.",
      lines = {
        { "You need a chair, a table, and a wall nearby.", pause = 1, more = 1 },
        { "To begin, stand with the arms loose.", pause = 2.5 },
      },
    }

    step "Swing"
    tell {
      { "Swing both arms, forward and back, like a slow walk.", "Let both arms swing, as on a stroll.", pause = 6 },
      { "Let the swing get small, and smaller, and stop.", pause = 4 },
      { "Now sit down at the table.", pause = 4 },
    }
    settle {
      breath = "calm-46", cycles = 1,
      lines = { { "Palms down on the table, elbows wide and easy.", pause = 2, more = 1 }, { "Breathe at your own pace.", pause = 1 } },
    }
    rate { "Bend the elbows once. How stiff, zero to ten?", point = "brachialis", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left arm" or "Right arm")
      find  { "brachialis", side }
      press { "brachialis", side, seconds = 20, times = 2, level = 4 }
    end

    step "Length"
    tell { { "Stand again, and find the wall with a hand.", pause = 5 } }
    for side in sides(with.side) do
      tell { { "{side} shoulder toward the wall.", pause = 2.5 } }
      stretch { "biceps-wall", side, seconds = 20 }
    end

    step "Close"
    rate { "Bend them once more. How stiff now?", point = "brachialis", when = "after", more = 2 }
    finish {
      test = {
        { "Swing the arms again, as at the start.", pause = 5 },
        { "Looser, the same, or stiffer?", pause = 2, more = 1 },
      },
      lines = { { "Stand a moment, and feel the hands hang.", pause = 4, more = 1 } },
    }
  end,
}
