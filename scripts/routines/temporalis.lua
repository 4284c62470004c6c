-- The temples: leaning on the elbows, the jaw hanging, the jaw moved when both sides are done.
return {
  title    = "Temples",
  summary  = "The fan of muscle at the side of the head, for days of thinking and clenching.",
  region   = "head",
  position = { "table" },
  tools    = { "fingers", "knuckles" },
  points   = { "temporalis" },
  minutes  = { 4, 7, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "A visit to the temples.",
      lines = {
        { "Your fingertips are enough. Knuckles do, too.", pause = 1, more = 1 },
        { "Sit at a table you can lean on.", pause = 2.5 },
      },
    }

    step "Combing"
    tell {
      { "Set all fingertips above the ears.", pause = 3 },
      { "Comb slowly upward, through to the crown.", pause = 5 },
      { "Twice more, as slow as that.", "And twice again, no faster.", pause = 8, more = 1 },
      { "Let the arms sink to the table.", pause = 2 },
    }
    breathe { "calm-46", cycles = 2, lines = { "The table carries the arms.", "Let the tongue lie wide." } }
    rate { "The temples, zero to ten: how tense?", point = "temporalis", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left temple" or "Right temple")
      find  ("temporalis", side)
      press { "temporalis", side, seconds = 20, times = 2 }
    end

    step "Jaw"
    tell { { "Sit back. Hands in the lap.", pause = 3 } }
    stretch { "jaw-open-tongue-up", "mid", seconds = 25 }

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "How tense are the temples by now?", point = "temporalis", when = "after", more = 2 }
    finish {
      test = { { "Bite very lightly, then let the jaw fall.", pause = 4 }, { "Easier, the same, or harder?", pause = 2, more = 1 } },
      lines = {
        { "Leave the teeth apart for a while.", pause = 2 },
        { "Lift the head last of all.", pause = 3, more = 1 },
      },
    }
  end,
}
