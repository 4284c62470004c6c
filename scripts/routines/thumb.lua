-- Thumbs and hands, anywhere one can sit: the pad of the thumb, the wide gap beside it, the web, and soft fists.
local pad = {
  { "Lay that hand in the lap, palm up.", pause = 1, more = 1 },
  { "Free thumb into the other thumb's fleshy ball.", pause = 1.5 },
  { "Circle, and settle where it is tender.", pause = 2, more = 3 },
}
local gap = {
  { "Palm down. Fingertip beside the index knuckle.", pause = 1.5 },
  { "Slide into the wide gap, toward the wrist.", pause = 1.5, more = 1 },
}
local pad_again = { { "Thumb into the fleshy ball.", pause = 2 } }
local gap_again = { { "The wide gap, beside the index finger.", pause = 2 } }

return {
  title    = "Thumb and hand",
  summary  = "For hands that scrolled, knitted, gripped or wrote.",
  region   = "hand",
  dose     = "tour",
  position = { "chair" },
  tools    = { "thumb", "fingers" },
  points   = { "thumb-pad", "hand-interossei" },
  minutes  = { 4, 5, 9 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Lay it down"
    welcome {
      "For tired thumbs, and their hands.",
    }
    settle {
      breath = "calm-46", cycles = 1,
      lines = { { "Lay down what you hold. Breathe at your own pace.", "Empty hands, in the lap. Any pace of breath.", pause = 1 } },
    }

    local first = true
    for side in sides(with.side) do
      step(side == "left" and "Left thumb" or "Right thumb")
      find  { "thumb-pad", side, lines = first and pad or pad_again }
      press { "thumb-pad", side, seconds = 20, level = 5, lines = { done = {} } }
      first = false
    end

    first = true
    for side in sides(with.side) do
      step(side == "left" and "Left hand, back" or "Right hand, back")
      find  { "hand-interossei", side, lines = first and gap or gap_again }
      press { "hand-interossei", side, seconds = 10, lines = { done = {} } }
      first = false
    end

    for side in sides(with.side) do
      step(side == "left" and "Left web" or "Right web")
      stretch { "thumb-web-open", side, seconds = 10, lines = { { "Draw the {side} thumb out, away from the palm.", pause = 1 } } }
    end

    step "Fist and fan"
    tell {
      { "Roll the fingers in, and fan them out.", pause = 2 }, { "A few rounds so, thumbs outside.", pause = 6 },
    }

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "How tired are the hands now, zero to ten?", point = "thumb-pad", when = "after", more = 2 }
    finish {
      test = { { "Touch thumb to little finger. Easier, or the same?", pause = 3, more = 3 } },
      lines = { { "Let the other hand do the next thing.", pause = 1, more = 3 } },
    }
  end,
}
