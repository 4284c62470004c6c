-- Just in front of the heel pad, for feet that are stiff with the first steps. The toes are drawn back first, as before rising.
return {
  title    = "Front of the heel",
  summary  = "The place just before the heel pad, for stiff first steps.",
  region   = "foot",
  position = { "chair", "bed" },
  tools    = { "ball-soft" },
  points   = { "heel-front" },
  minutes  = { 5, 8, 11 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "pink" }
    step "Welcome"
    welcome {
      "For heels that are stiff with the first steps.",
      lines = { { "A chair or the edge of the bed, and a soft ball.", pause = 2 } },
      position = { { "Sit so that both feet reach the floor.", pause = 2 } },
    }

    step "Before the first step"
    tell {
      { "Heels down. Draw the toes up, and lower them.", pause = 4 },
      { "Ten times or so, without hurry.", pause = 12, more = 2 },
    }
    settle { breath = "calm-46", cycles = 1, lines = { { "Rest both feet. One quiet breath, or two.", pause = 1 } } }
    rate { "How stiff are the heels, zero to ten?", point = "heel-front", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left heel" or "Right heel")
      find    { "heel-front", side }
      press   { "heel-front", side, seconds = 25, times = 2, level = 4 }
      stretch { "toe-pull", side, seconds = 10, times = 2 }
    end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false, every = 4, lines = { "The heels rest, the breath goes on." } }
    rate { "And how stiff are the heels now?", point = "heel-front", when = "after", more = 2 }
    finish {
      test = {
        { "Eyes open. Rise, and shift from foot to foot.", pause = 5 }, { "Walk three steps. How are they?", pause = 5 },
      },
      lines = {
        { "Sit down once more.", pause = 3, more = 1 }, { "The same toe pull suits the morning, before getting up.", more = 3 },
      },
    }
  end,
}
