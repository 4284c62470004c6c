-- Slow, even breathing: five and a half seconds in, five and a half out.
return {
  title    = "Coherent breathing",
  summary  = "Slow, even breaths, about five and a half a minute.",
  region   = "breath",
  position = { "chair", "bed", "floor" },
  tools    = {},
  points   = {},
  minutes  = { 5, 10, 20 },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "Some quiet minutes of slow, even breathing.",
      pressing = false,
      lines = {
        { "You need nothing but a place to sit or lie.", pause = 1, more = 3 },
        { "Never while driving, in water, or up high.", pause = 1 },
      },
      position = { { "Let your back be long and supported.", "Settle so that the back is carried.", pause = 2 } },
    }

    step "Arrive"
    settle {
      breath = "even-5", cycles = 2,
      lines = {
        { "Follow the tones: rising in, falling out.", pause = 1 },
        { "Your own pace is fine.", pause = 2 },
        { "Dizzy, or short of air? Breathe as you like.", pause = 2 },
        { "Rest one hand on the belly, if you like.", pause = 2, more = true },
      },
    }

    step "Five and a half each way"
    say "Now a little slower, and just as even."
    rest(2)
    breathe {
      pattern = "coherent-55", cycles = 42, words = false, every = 6,
      lines = {
        "Soft belly, soft jaw.", "Nothing to reach for.", "Thoughts drift. Come back.", "Let the shoulders drop.",
        "Through the nose, if you can.",
        "Quiet and even.", "Let the out-breath fall.", "Smooth, like a slow wave.", "The tones keep the time.",
        "Just this breath.",
      },
    }

    step "Close"
    say "Let the tones go. Breathe as it comes."
    rest(18)
    finish {
      test = false,
      lines = {
        { "Feel the weight of your hands and feet.", pause = 5 }, { "Move the fingers a little.", pause = 4 },
        { "Take one breath that is a little deeper.", pause = 5, more = true },
      },
    }
  end,
}
