-- The small deep muscle that turns the palm up. Turning comes first, then a light, short press, then turning again.
return {
  title    = "The palm-up turner",
  summary  = "A small, deep place below the elbow crease, with a light thumb and slow turns.",
  region   = "forearm",
  position = { "chair", "table" },
  tools    = { "thumb" },
  points   = { "supinator" },
  minutes  = { 4, 7, 10 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "For forearms that turned keys, jars and screws.",
      lines = {
        { "This place is small. So is the pressure.", "A small place, and a light thumb.", pause = 1, more = 1 },
        { "Sit at a table, elbows at your sides.", pause = 2 },
      },
    }

    step "Turn"
    tell {
      { "Hold both forearms in front of you, palms down.", pause = 2 },
      { "Breathe in, and turn both palms up.", pause = 3 },
      { "Breathe out, and let them turn down.", pause = 4 },
      { "A few more so, in your own breath.", pause = 12, more = 1 },
    }
    rate { "How tight was the turn, zero to ten?", point = "supinator", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left forearm" or "Right forearm")
      find  { "supinator", side }
      press { "supinator", side, seconds = 15, times = 2 }
      move  { "palm-turn", side, seconds = 20 }
    end

    step "Quiet"
    settle {
      breath = "calm-46", cycles = 2,
      lines = { { "Both palms down on the thighs.", pause = 2 }, { "Let the elbows hang from the shoulders.", pause = 1, more = 1 } },
    }

    step "Close"
    rate { "Turn them once more. How tight is it now?", point = "supinator", when = "after", more = 2 }
    finish {
      test = {
        { "Turn both palms up, as far as they go.", pause = 4 }, { "Further, the same, or less far?", pause = 2, more = 1 },
      },
      lines = { { "Let the hands lie in the lap, one in the other.", pause = 3, more = 1 } },
    }
  end,
}
