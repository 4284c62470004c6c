-- The inner edge of the shin: only strokes, only upward, and light. A breath between the legs, circles of the ankle after.
return {
  title    = "Inner edge of the shin",
  summary  = "Light strokes along the inner edge of the shin bone.",
  region   = "leg",
  position = { "chair" },
  tools    = { "thumb" },
  points   = { "inner-shin-flexors" },
  minutes  = { 4, 7, 10 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "pink" }
    step "Welcome"
    welcome {
      "The inner edges of the shins, very lightly.",
      lines = {
        { "Varicose veins there? Then choose another routine.", pause = 1 },
        { "A drop of oil helps the thumbs glide.", pause = 3, more = 3 },
      },
      position = { { "Sit with your back against the chair.", pause = 2.5 } },
    }

    step "Quiet legs"
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "Let both legs hang from the hips.", "Let both legs be long and idle.", pause = 2 },
        { "The breath finds its own pace.", pause = 1 },
      },
    }
    rate { "How tender are the shins inside, zero to ten?", point = "inner-shin-flexors", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left shin, inside" or "Right shin, inside")
      find  { "inner-shin-flexors", side }
      press { "inner-shin-flexors", side, seconds = 20, times = 2, level = 3 }
      move  { "ankle-circles", side, seconds = 20 }
      breathe { "calm-46", cycles = 1, words = false, every = 4, lines = { "Light hands, light breath." } }
    end

    step "Close"
    rate { "And how tender now?", point = "inner-shin-flexors", when = "after", more = 2 }
    finish {
      test = {
        { "Curl the toes of both feet, and open them wide.", pause = 4 },
        { "Looser, or much the same?", pause = 2, more = 1 },
      },
      lines = { { "Shake both legs a little before you stand.", pause = 3, more = 1 } },
    }
  end,
}
