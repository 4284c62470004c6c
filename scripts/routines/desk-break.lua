-- A few minutes on the chair one sits on already: the tops of the shoulders, then neck, blades and wrists are stretched.
local shoulder = {
  { "Elbow on the desk, other hand to the shoulder.", pause = 2 },
  { "Lift the roll on top, halfway along.", pause = 2 },
  { "Stay where it is most tender.", pause = 3 },
}
local wrist = {
  { "{side} arm forward, palm down. Let the hand drop.", pause = 1 },
  { "A hurt wrist? Leave this one out.", more = 1 },
  "The free hand folds it a little further.",
}

return {
  title    = "Desk break",
  summary  = "A few minutes on your own chair, between two pieces of work.",
  region   = "neck-shoulder",
  dose     = "tour",
  position = { "chair", "table" },
  tools    = { "pinch" },
  points   = { "upper-trapezius" },
  minutes  = { 4, 5, 9 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Hands off the keys"
    welcome {
      "A break, right where you sit.",
      lines = { { "Hands off the keys. Both feet on the floor.", pause = 1.5, more = 1 } },
    }
    settle { breath = "calm-46", cycles = 1, lines = { { "Look far away once, then close your eyes.", "A look into the distance, and eyes closed.", pause = 2, more = 3 } } }

    local way = shoulder -- the second side is led to with the place's own words
    for side in sides(with.side) do
      step(side == "left" and "Left shoulder" or "Right shoulder")
      find  { "upper-trapezius", side, lines = way }
      press { "upper-trapezius", side, seconds = 15, level = 5, lines = { done = {} } }
      way = nil
    end

    for side in sides(with.side) do
      step(side == "left" and "Left of the neck" or "Right of the neck")
      stretch { "nose-to-armpit", side, seconds = 10 }
    end

    step "Hug"
    stretch { "self-hug", "mid", seconds = 10, lines = { { "Wrap both arms round yourself.", pause = 1.5 }, "Let the back grow round." } }

    way = wrist
    for side in sides(with.side) do
      step(side == "left" and "Left wrist" or "Right wrist")
      stretch { "wrist-bend-down", side, seconds = 10, lines = way }
      way = nil
    end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false, lines = { "The screen can wait.", "Soft eyes, soft hands." } }
    finish {
      test = { { "Shrug once, and let the shoulders fall.", pause = 3, more = 3 } },
      lines = { { "Sit a little differently than before.", pause = 1.5, more = true }, { "In an hour, stand up for a moment.", pause = 1, more = 3 } },
    }
  end,
}
