-- The hollow on top of the blade, sitting at a table that carries the arm. Each side is warmed, pressed and drawn long in one go.
return {
  title    = "The hollow on top of the shoulder blade",
  summary  = "Above the ridge of the blade, with your fingertips, the arm on a table.",
  region   = "shoulder",
  position = { "chair", "table" },
  tools    = { "fingers" },
  points   = { "supraspinatus" },
  minutes  = { 4, 9, 13 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed()
    step "Welcome"
    welcome {
      "For the hollow on top of each shoulder blade.",
      lines = { { "You need nothing but your fingertips.", pause = 1, more = 3 } },
      position = { { "Sit with a table at your side, not too high.", pause = 3 } },
    }

    step "Arrive"
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "Lay both forearms down, and let them be carried.", pause = 3 },
        { "Let the shoulders slide away from the ears.", "Feel the collarbones lie level.", pause = 2, more = 1 },
      },
    }
    rate { "On top of the blades: how tense, zero to ten?", point = "supraspinatus", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left hollow" or "Right hollow")
      tell {
        { "{side} shoulder: stroke it with a flat {other} hand.", pause = 3, more = true },
        { "From neck to tip, three times, as if smoothing a sleeve.", "Neck to shoulder tip, three times, slow and broad.", pause = 9, more = true },
      }
      find    { "supraspinatus", side }
      press   { "supraspinatus", side, seconds = 25, times = 2, level = 4 }
      stretch { "hand-behind-back", side, seconds = 20 }
    end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "On top of the blades now, zero to ten?", point = "supraspinatus", when = "after", more = 2 }
    finish {
      test = {
        { "Lift both arms out sideways, only shoulder-high.", pause = 5 },
        { "Lighter, the same, or heavier?", pause = 2.5, more = 1 },
      },
      lines = { { "Let the hands lie in the lap a moment.", pause = 4, more = 1 } },
    }
  end,
}
