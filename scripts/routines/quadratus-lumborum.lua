-- The soft side of the waist, lying on the other side, with the thumb; then long sides, sitting.
return {
  title    = "Side of the low back",
  summary  = "The soft place between the last rib and the pelvis, lying on your side.",
  region   = "low-back",
  position = { "bed", "floor", "chair" },
  tools    = { "thumb" },
  points   = { "quadratus-lumborum" },
  minutes  = { 5, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "brown" }
    step "Welcome"
    welcome {
      "The soft side of the waist, just above the hip.",
      lines = {
        { "A bed, a pillow, and your own thumb are enough.", pause = 1 },
        { "Sit on the edge of it for now.", pause = 3 },
      },
    }

    step "Breath in the sides"
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "Lay both hands on the waist, thumbs behind.", pause = 3 },
        { "Breathe so that the hands move apart.", "Let the breath push the hands outward.", pause = 2, more = 1 },
        { "As slow or as quick as you need.", pause = 1, more = 2 },
      },
    }
    rate { "How stiff are the sides, zero to ten?", point = "quadratus-lumborum", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left waist" or "Right waist")
      find  { "quadratus-lumborum", side }
      press { "quadratus-lumborum", side, seconds = 20, times = 2, level = 4 }
    end

    step "Long sides"
    tell { { "Come up to sit, with the help of both arms.", pause = 6 } }
    for side in sides(with.side) do stretch { "side-bend-reach", side, seconds = 20 } end

    step "Close"
    breathe { "calm-46", cycles = 2, words = false, every = 4, lines = { "The sides open, and fall in." } }
    rate { "How stiff are they now?", point = "quadratus-lumborum", when = "after", more = 2 }
    finish {
      test = {
        { "Let one hand slide down its side, then the other.", pause = 6 },
        { "Further, the same, or less far?", pause = 2, more = 1 },
      },
      lines = { { "Stay seated for a breath, then stand.", pause = 3 } },
    }
  end,
}
