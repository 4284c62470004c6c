-- The long muscles that curl the fingers, stroked from the middle of the forearm toward the elbow; grip and let go around it.
return {
  title    = "Finger curlers",
  summary  = "Long strokes up the palm side of the forearm, for hands that held on all day.",
  region   = "forearm",
  position = { "chair", "table" },
  tools    = { "thumb", "knuckles" },
  points   = { "finger-flexors" },
  minutes  = { 4, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "brown" }
    step "Welcome"
    welcome {
      "For hands that have held on all day.",
      lines = {
        { "A steering wheel, a pen, a phone: it adds up.", "A pan, a broom, a phone: it adds up.", pause = 1, more = 1 },
        { "Sit with the forearms on a table.", pause = 2 },
      },
    }

    step "Hold, and let go"
    tell {
      { "Close both hands, half as hard as you could.", pause = 4 },
      { "With the breath out, let them fall open.", pause = 4 },
      { "Once more: close, and hold a little.", pause = 4, more = 1 },
      { "And open, one finger after another.", pause = 5, more = 1 },
      { "From here on, any pace of breath is right.", pause = 1 },
    }
    rate { "How stiff is the grip, zero to ten?", point = "finger-flexors", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left forearm" or "Right forearm")
      find    { "finger-flexors", side }
      press   { "finger-flexors", side, seconds = 25, times = 2, level = 4 }
      stretch { "wrist-bend-up", side, seconds = 20 }
    end

    step "Close"
    breathe { "calm-46", cycles = 2, words = false }
    rate { "And the grip now, zero to ten?", point = "finger-flexors", when = "after", more = 2 }
    finish {
      test = {
        { "Make two slow fists, then spread the fingers wide.", pause = 5 }, { "Easier, the same, or stiffer?", pause = 2, more = 1 },
      },
      lines = { { "Let the hands stay open a while.", "Nothing to hold for a moment.", pause = 4, more = 1 } },
    }
  end,
}
