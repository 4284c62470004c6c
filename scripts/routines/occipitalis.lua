-- The back of the head, lying on a folded towel, the fingertips underneath.
local way = {
  { "Slide the fingertips of that hand underneath.", pause = 3 },
  { "Begin at the hairline of the neck.", pause = 3 },
  { "Go a hand-width up, onto round bone.", pause = 3 },
  { "And two finger-widths out from the middle.", pause = 3 },
  { "Push the scalp about a little, over the bone.", pause = 4, more = 1 },
  { "Where it is tender, let the head settle.", pause = 3 },
}

return {
  title    = "Back of the head",
  summary  = "The back of the scalp, lying down with a folded towel.",
  region   = "head",
  position = { "floor", "bed" },
  tools    = { "fingers" },
  points   = { "occipitalis" },
  minutes  = { 5, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "brown", db = -44 }
    step "Welcome"
    welcome {
      "The back of the head, lying down.",
      lines = { { "Floor or bed, and a towel folded twice.", pause = 4 } },
    }

    step "Lie down"
    tell {
      { "Lie on your back, the towel under the head.", pause = 5 },
      { "Roll the head a little left, a little right.", pause = 4, more = 1 },
      { "Let it stop where it stops.", "Let it lie where it ends up.", pause = 3, more = 1 },
    }
    settle {
      breath = "long-48", cycles = 2,
      lines = { { "The floor takes heels, hips, ribs and head.", pause = 2, more = true }, { "Breathe as slowly as is pleasant.", pause = 1.5 } },
    }
    rate { "How tight is the back of the head, zero to ten?", point = "occipitalis", when = "before", more = 2 }

    local there = false -- the second side needs fewer words
    for side in sides(with.side) do
      step(side == "left" and "Left, behind" or "Right, behind")
      find  { "occipitalis", side, lines = not there and way or nil }
      press { "occipitalis", side, seconds = 20, times = 2 }
      stretch { "brow-release", side, seconds = 15 }
      there = true
    end

    step "Close"
    tell { { "Both arms beside you now.", pause = 2 } }
    breathe { "long-48", cycles = 2, words = false }
    rate { "How tight is it now, zero to ten?", point = "occipitalis", when = "after", more = 2 }
    finish {
      test = { { "Lift the brows: does the scalp slide along?", pause = 4 }, { "Freer, the same, or tighter?", pause = 2, more = 1 } },
      lines = {
        { "Bend the knees, and roll onto your side.", pause = 5 },
        { "Lie there for a breath.", pause = 4, more = 1 },
        { "The hands push you up, the head follows.", pause = 4 },
      },
    }
  end,
}
