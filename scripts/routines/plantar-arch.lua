-- The sole on a soft ball, sitting: how far the weight comes forward decides how much. The toes are drawn back after each foot.
return {
  title    = "Arch of the foot",
  summary  = "The whole arch of the sole, on a soft ball.",
  region   = "foot",
  position = { "chair" },
  tools    = { "ball-soft", "home" },
  points   = { "plantar-arch" },
  minutes  = { 5, 9, 13 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "brown" }
    step "Welcome"
    welcome {
      "For the soles of your feet.",
      lines = {
        { "You need a tennis ball, or a small plastic bottle.", pause = 1 },
        { "Shoes off. Socks are fine.", pause = 5, more = 1 },
      },
      position = { { "Sit with the knees above the feet.", pause = 2 } },
    }

    step "Two feet"
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "Feel heel, ball and toes, on both sides.", pause = 2.5 },
        { "Which sole is more awake? Only notice.", "Is one foot warmer than the other? Only notice.", pause = 3, more = 1 },
        { "No need to change the breath.", pause = 1 },
      },
    }
    rate { "How tense are the soles, zero to ten?", point = "plantar-arch", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left sole" or "Right sole")
      find    { "plantar-arch", side }
      press   { "plantar-arch", side, seconds = 25, times = 3, level = 5 }
      stretch { "toe-pull", side, seconds = 10, times = 2 }
    end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false, every = 4, lines = { "Let the floor come up to the soles." } }
    rate { "And the soles now?", point = "plantar-arch", when = "after", more = 2 }
    finish {
      test = {
        { "Stand up, eyes open, and take three steps.", pause = 6 }, { "How do the feet meet the floor now?", pause = 3 },
      },
      lines = {
        { "Sit down again for a breath, eyes closed.", pause = 4, more = 2 },
        { "Pick up the ball before somebody steps on it.", "Put the ball where no foot will find it.", pause = 2, more = 1 },
      },
    }
  end,
}
