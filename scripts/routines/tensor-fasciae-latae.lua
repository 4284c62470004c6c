-- Where a front trouser pocket ends, leaning forward on a wall; then half-kneeling, to lengthen the front of the hip.
return {
  title    = "Front corner of the hip",
  summary  = "The small muscle at the front corner of the hip, where a trouser pocket ends.",
  region   = "hip",
  position = { "wall", "floor" },
  tools    = { "ball-soft" },
  points   = { "tensor-fasciae-latae" },
  minutes  = { 5, 9, 14 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "The front corner of the hip, busy on every stair.",
      lines = { { "You need a wall, a soft ball, and later a cushion.", pause = 1.5 } },
      position = { { "Stand facing the wall, within reach of it.", pause = 3 } },
    }

    step "March"
    tell {
      { "March on the spot, as if through shallow water.", "Lift one knee, then the other, no higher than easy.", pause = 8 },
      { "Slower. And stand.", pause = 2 },
    }
    settle { breath = "calm-46", cycles = 2, lines = { { "Let the breath calm down by itself.", pause = 2 } } }
    rate { "How tight is that corner, zero to ten?", point = "tensor-fasciae-latae", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left pocket" or "Right pocket")
      find  { "tensor-fasciae-latae", side }
      press { "tensor-fasciae-latae", side, seconds = 25, times = 2, level = 5 }
    end

    step "Long front"
    tell { { "Put the ball away. Cushion on the floor, by the wall.", pause = 6 } }
    for side in sides(with.side) do stretch { "half-kneel", side, seconds = 25 } end

    step "Close"
    tell { { "Come up to stand, a hand on the wall.", pause = 5 } }
    breathe { "calm-46", cycles = 1, words = false, every = 4, lines = { "Let the legs stand by themselves." } }
    rate { "And that corner now?", point = "tensor-fasciae-latae", when = "after", more = 2 }
    finish {
      test = {
        { "Eyes open. Take three long, slow steps.", pause = 6 },
        { "Does the back leg reach further, the same, or less?", pause = 2, more = 1 },
      },
    }
  end,
}
