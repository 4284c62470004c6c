-- The very front of the thigh, sitting, with a stick or the knuckles; then the heel to the seat, behind the chair.
return {
  title    = "Front of the thigh",
  summary  = "Slow rolling along the front of the thigh, from the hip to above the knee.",
  region   = "thigh",
  position = { "chair", "standing" },
  tools    = { "stick", "knuckles" },
  points   = { "rectus-femoris" },
  minutes  = { 5, 9, 13 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "For the front of the thighs, after stairs or hills.",
      lines = {
        { "A rolling pin or a roller stick. Else your knuckles.", pause = 1 },
        { "Sit on a chair that does not roll away.", pause = 3 },
      },
    }

    step "Warm up"
    tell {
      { "Stretch one knee out, and let it drop. Then the other.", "Kick out softly, one foot, then the other.", pause = 9 },
      { "Brush both thighs with flat hands, hip to knee.", pause = 6, more = 1 },
    }
    settle { breath = "calm-46", cycles = 2, lines = { { "Hands still. Follow your own breath a while.", pause = 1.5 } } }
    rate { "How heavy are the thighs, zero to ten?", point = "rectus-femoris", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left thigh" or "Right thigh")
      find  { "rectus-femoris", side }
      press { "rectus-femoris", side, seconds = 30, times = 2, level = 5 }
    end

    step "Heel to seat"
    tell { { "Stand up, behind the chair. Its back is your support.", pause = 6 } }
    for side in sides(with.side) do stretch { "standing-quad", side, seconds = 25 } end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false, every = 4, lines = { "Hands on the chair, thighs at ease." } }
    rate { "And how heavy are they now?", point = "rectus-femoris", when = "after", more = 2 }
    finish {
      test = {
        { "Hands on the chair. Bend both knees, not deep, and rise.", pause = 6 },
        { "Lighter, the same, or heavier?", pause = 2, more = 1 },
      },
      lines = { { "Walk on the flat for a minute, if you can.", pause = 1, more = 1 } },
    }
  end,
}
