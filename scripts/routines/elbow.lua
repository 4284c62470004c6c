-- The outside of one elbow: down the forearm in three places, then the back of the arm on a ball, all with the arm on a table.
local top = {
  { "Palm down on the table, hand over the edge.", pause = 1.5 },
  { "From the outer elbow bump, go three finger-widths down.", pause = 3 },
  { "Thumb or knuckles there, slowly across.", pause = 3 },
  { "Rest on the tender strand.", pause = 1.5 },
}
local roll = {
  { "Thumb up, as for a handshake.", pause = 1.5 },
  { "Three finger-widths below the crease, take the roll.", pause = 2.5 },
  { "Move along it to the tender part.", pause = 2.5, more = 3 },
}
local middle = {
  { "Palm down again, a hand-width below the elbow.", pause = 2.5 },
  { "Set the thumb in the middle of the forearm.", pause = 2 },
  { "Wiggle the middle finger, and feel the flicker.", pause = 2, more = true },
}
local back = {
  { "Fold the elbow. The back of the arm on the ball.", pause = 3 },
  { "A hand-width above the elbow tip, a little outside.", pause = 3 },
}

return {
  title    = "Outer elbow",
  summary  = "For an elbow that complains when you lift, twist or shake hands.",
  region   = "forearm",
  position = { "chair", "table" },
  tools    = { "thumb", "knuckles", "ball-soft" },
  points   = { "wrist-extensors", "brachioradialis", "finger-extensors", "triceps" },
  minutes  = { 5, 8, 13 },
  params   = { side = { "right", "left", "both" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "brown" }
    step "Welcome"
    welcome {
      "For everything around the outer elbow.",
      lines = {
        { "Hot, swollen, or hurt by a fall? Not today.", pause = 0.6 },
        { "Sit at a table. Keep a soft ball nearby.", pause = 2 },
      },
    }
    settle {
      breath = "calm-46", cycles = 1,
      lines = { { "Let the table have the weight. Your own pace.", "The table carries. You breathe, at your own pace.", pause = 1 } },
    }

    for side in sides(with.side) do
      local word = side == "left" and "Left" or "Right"
      step(word .. " forearm, top")
      find  { "wrist-extensors", side, lines = top }
      press { "wrist-extensors", side, seconds = 20, times = 2, level = 4 }

      step(word .. " forearm, thumb side")
      tell  { { "The next one lies closer to the thumb.", pause = 1, more = 1 } }
      find  { "brachioradialis", side, lines = roll }
      press { "brachioradialis", side, seconds = 15, times = 2, level = 4 }

      step(word .. " forearm, middle")
      tell  { { "Now further down, toward the fingers.", pause = 1, more = 1 } }
      find  { "finger-extensors", side, lines = middle }
      press { "finger-extensors", side, seconds = 10, times = 2, level = 4, lines = { done = {} } }

      step(word .. " upper arm, back")
      tell  { { "Last, above the elbow. Set the ball down.", pause = 3 } }
      find  { "triceps", side, lines = back }
      press { "triceps", side, seconds = 10, times = 2, level = 4, lines = { done = {} } }

      step(word .. " arm, long")
      stretch { "wrist-bend-down", side, seconds = 15 }
    end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "How does the elbow feel, ten being very sore?", point = "wrist-extensors", when = "after", more = 2 }
    finish {
      test = { { "Make a soft fist, and tip the wrist up.", pause = 3 }, { "Easier, the same, or harder?", pause = 1.5, more = 3 } },
      lines = { { "For today, lift with the palm turned up.", pause = 1, more = 3 } },
    }
  end,
}
