-- The front of the upper arm: both arms at the table first, with a soft pinch, then both at a wall, for their length.
return {
  title    = "Front of the upper arm",
  summary  = "The roll that lifts and carries, squeezed softly, then lengthened at a wall.",
  region   = "arm",
  position = { "chair", "table", "wall" },
  tools    = { "pinch", "thumb" },
  points   = { "biceps" },
  minutes  = { 5, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "brown" }
    step "Welcome"
    welcome {
      "For arms that have carried a lot.",
      lines = {
        { "At a table first, later at a bare wall.", pause = 1 },
        { "Sit down, with the table to lean the arms on.", pause = 2.5 },
      },
    }

    step "Put it all down"
    tell {
      { "Picture two full bags, one in each hand.", "Think of two heavy bags, one in each hand.", pause = 2 },
      { "Breathe out, open the hands, and set them down.", pause = 4 },
      { "Let both arms hang. Breathe at your own pace.", pause = 5 },
    }
    rate { "How heavy do the arms feel, zero to ten?", point = "biceps", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left arm" or "Right arm")
      find  { "biceps", side }
      press { "biceps", side, seconds = 20, times = 2, level = 4 }
    end

    step "To the wall"
    tell {
      { "Stand up, slowly, and go to the wall.", pause = 5 },
    }
    for side in sides(with.side) do
      tell { { "Turn so that the {side} shoulder is near it.", pause = 2.5 } }
      stretch { "biceps-wall", side, seconds = 20, times = 1 }
    end

    step "Close"
    breathe { "calm-46", cycles = 3, words = false, lines = { "Let the wall have your back." } }
    rate { "And how heavy are they now?", point = "biceps", when = "after", more = 2 }
    finish {
      test = {
        { "Bend both elbows, and let them fall open.", pause = 4 },
        { "Do they fall more freely, the same, or less?", pause = 2, more = 1 },
      },
      lines = { { "Shake the hands once, and stand easy.", pause = 3, more = 1 } },
    }
  end,
}
