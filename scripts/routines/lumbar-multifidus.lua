-- Low down beside the flat bone above the tail, lying on a soft ball; pelvic rocks before and after.
return {
  title    = "Base of the low back",
  summary  = "The place where the low back meets the pelvis, lying on a soft ball.",
  region   = "low-back",
  position = { "floor", "bed" },
  tools    = { "ball-soft" },
  points   = { "lumbar-multifidus" },
  minutes  = { 5, 9, 14 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "brown" }
    step "Welcome"
    welcome {
      "Low down, where the back meets the pelvis.",
      lines = {
        { "Lie down on a mat, or on a firm bed.", pause = 5 },
        { "Keep a soft ball where a hand can find it.", pause = 2 },
      },
    }

    step "Rock"
    move { "pelvic-tilt", seconds = 30 }
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "Let the floor come up to meet the back.", "Let the back lie as it lies.", pause = 2 },
        { "No hurry in the breath.", pause = 1, more = 1 },
      },
    }
    rate { "How does that place feel, ten being very tense?", point = "lumbar-multifidus", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left of the bone" or "Right of the bone")
      find  { "lumbar-multifidus", side }
      press { "lumbar-multifidus", side, seconds = 30, times = 2, level = 5 }
      tell { { "Let one long breath pass before you move.", pause = 6, more = 3 } }
    end

    step "Rock again"
    move { "pelvic-tilt", seconds = 30 }

    step "Close"
    breathe { "calm-46", cycles = 2, words = false, every = 4, lines = { "Let the pelvis rest like a bowl." } }
    rate { "And that place now, zero to ten?", point = "lumbar-multifidus", when = "after", more = 2 }
    finish {
      test = {
        { "Press both feet, and lift the pelvis a hand high.", pause = 4 }, { "Lower it, bone by bone.", pause = 5 },
        { "Lighter, the same, or heavier than before?", pause = 2, more = 1 },
      },
      lines = { { "Roll onto a side. Rest there a moment.", pause = 5 }, { "The hands push, and you sit.", pause = 4 } },
    }
  end,
}
