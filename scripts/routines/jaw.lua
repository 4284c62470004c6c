-- Rest for the jaw at a table: the chewing pads, the temples, and the jaw let down with the breath.
local cheek = {
  { "Elbows on the table, face in your hands.", pause = 3 },
  { "Bite lightly, once. A firm pad rises.", pause = 3 },
  { "Teeth apart. Stay low on it, and in front.", pause = 3 },
}
local temple = {
  { "Up to the temple now, jaw still loose.", pause = 2 },
  { "From the eye, two finger-widths back and one up.", pause = 3 },
}

return {
  title    = "Jaw rest",
  summary  = "For jaws that have held on all day.",
  region   = "jaw",
  dose     = "tour",
  position = { "table" },
  tools    = { "fingers" },
  points   = { "masseter", "temporalis" },
  minutes  = { 5, 6, 10 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "brown" }
    step "Welcome"
    welcome {
      "Rest for a jaw that held on all day.",
      lines = { { "Sit at a table, and empty your mouth.", pause = 2 } },
    }
    settle { breath = "calm-46", cycles = 1, lines = { { "Sigh once, with the mouth open.", pause = 3, more = 1 } } }

    local way = cheek -- the first side is led to with the words above, the second with the place's own
    for side in sides(with.side) do
      step(side == "left" and "Left jaw" or "Right jaw")
      find  { "masseter", side, lines = way }
      press { "masseter", side, seconds = 15, level = 4, lines = { done = {} } }
      way = nil
    end

    way = temple
    for side in sides(with.side) do
      step(side == "left" and "Left temple" or "Right temple")
      find  { "temporalis", side, lines = way }
      press { "temporalis", side, seconds = 15, level = 4, lines = { done = {} } }
      way = nil
    end

    step "Open, close"
    stretch { "jaw-open-tongue-up", "mid", seconds = 25 }

    step "Close"
    breathe { "calm-46", cycles = 1, words = false, lines = { "A bit of air between the teeth.", "Let the tongue lie wide." } }
    rate { "How tense is the jaw now, zero to ten?", point = "masseter", when = "after", more = 2 }
    finish {
      test = false,
      lines = { { "Lick your lips, and let them rest.", pause = 3, more = 1 }, { "Let the next words be slow ones.", pause = 1, more = 3 } },
    }
  end,
}
