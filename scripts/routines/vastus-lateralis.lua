-- The outer front of the thigh, sitting, with a stick: broad strokes first, then one tender hand-width at a time.
return {
  title    = "Outer thigh",
  summary  = "The outer front of the thigh, a hand-width at a time, with a stick.",
  region   = "thigh",
  position = { "chair", "standing" },
  tools    = { "stick" },
  points   = { "vastus-lateralis" },
  minutes  = { 5, 10, 15 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "The outer thigh, from the hip down to the knee.",
      lines = {
        { "A roller stick or a rolling pin does it well.", pause = 1 },
        { "Sit so that both feet stand flat.", pause = 2.5, more = 1 },
      },
    }

    step "Breath"
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "Lay the stick in your lap, hands on top.", pause = 2 },
        { "Let the knees drop apart, and the jaw with them.", "Let the knees go where they want.", pause = 2, more = 1 },
        { "Take the breath you need, when you need it.", pause = 1, more = 2 },
      },
    }
    rate { "How taut is the outer thigh, zero to ten?", point = "vastus-lateralis", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left outer thigh" or "Right outer thigh")
      find  { "vastus-lateralis", side }
      tell  { { "Three broad strokes first, no weight at all.", pause = 8, more = 2 } }
      press { "vastus-lateralis", side, seconds = 25, times = 3, level = 5 }
    end

    step "Stand"
    tell { { "Stand up, and keep a hand on the chair.", pause = 5 } }
    for side in sides(with.side) do stretch { "standing-quad", side, seconds = 20 } end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false, every = 4, lines = { "Let the chair share the standing." } }
    rate { "And how taut is it now?", point = "vastus-lateralis", when = "after", more = 2 }
    finish {
      test = {
        { "Cross one foot over the other, then change.", pause = 6 },
        { "Does the outside give more, the same, or less?", pause = 2, more = 1 },
      },
      lines = { { "Leave the stick where you will find it tomorrow.", pause = 1, more = 2 } },
    }
  end,
}
