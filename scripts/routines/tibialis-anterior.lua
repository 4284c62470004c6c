-- The muscle beside the shin bone, stroked downward, sitting all the while; each leg is stretched as soon as it was stroked.
return {
  title    = "Front of the shin",
  summary  = "The long muscle beside the shin bone, in slow strokes.",
  region   = "leg",
  position = { "chair" },
  tools    = { "knuckles" },
  points   = { "tibialis-anterior" },
  minutes  = { 4, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "pink" }
    step "Welcome"
    welcome {
      "The fronts of the shins, after many steps.",
      lines = {
        { "You sit, and stroke with a loose fist.", pause = 1, more = 1 },
        { "Roll up the trousers, if you like.", pause = 4, more = 3 },
      },
      position = { { "Sit toward the front of the chair.", pause = 2.5 } },
    }

    step "Toe taps"
    tell {
      { "Keep the heels down, and tap the toes.", pause = 3 },
      { "Left, right, left, right, like a slow walk.", pause = 8, more = 1 },
    }
    settle {
      breath = "calm-46", cycles = 2,
      lines = { { "Let the feet go quiet, and follow the breath.", "Feet still. Only the breath moves.", pause = 1.5 } },
    }
    rate { "How weary are the shins, zero to ten?", point = "tibialis-anterior", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left shin" or "Right shin")
      find    { "tibialis-anterior", side }
      press   { "tibialis-anterior", side, seconds = 25, times = 2, level = 4 }
      stretch { "shin-point", side, seconds = 20 }
    end

    step "Close"
    breathe { "calm-46", cycles = 2, words = false, every = 4, lines = { "Leave the feet where they are." } }
    rate { "And how weary are they now?", point = "tibialis-anterior", when = "after", more = 2 }
    finish {
      test = {
        { "Lift the toes of both feet, as high as they go.", pause = 3 }, { "Lower them as slowly as you can.", pause = 3 },
        { "Any easier?", pause = 2, more = 1 },
      },
      lines = { { "Sit back, and let the feet lie long.", pause = 3, more = 1 } },
    }
  end,
}
