-- From the feet to the crown, without doing anything about it.
return {
  title    = "Body scan",
  summary  = "Attention travels from the feet to the head, and rests.",
  region   = "whole body",
  position = { "bed", "floor", "chair" },
  tools    = {},
  points   = {},
  minutes  = { 8, 15, 30 },

  play = function()
    bed { kind = "noise", colour = "brown", db = -44 }
    step "Lie down"
    welcome {
      "A slow walk through the body, lying still.",
      pressing = false,
      lines = {
        { "Flat on your back, or well leaned back.", pause = 4 },
        { "Something over you, if you get cold.", pause = 4, more = true },
        { "Eyes open or closed, and changed whenever you like.", pause = 3 },
      },
    }
    tell {
      { "There is nothing to get right here.", "It is a visit, not an inspection.", pause = 4 },
      { "Warm, cool, heavy, light. Or nothing at all.", pause = 5, more = 1 },
      { "Uneasy? Look around, or move. That belongs to it.", pause = 6 },
    }

    step "Feet"
    scan { "feet", "each", seconds = 90 }
    step "Lower legs"
    scan { "lower-legs", "each", seconds = 60 }
    step "Thighs and hips"
    scan { "thighs-hips", "each", seconds = 90 }
    step "Belly and low back"
    scan { "belly-low-back", seconds = 85 }
    step "Chest and upper back"
    scan { "chest-upper-back", seconds = 85 }
    step "Hands and arms"
    scan { "hands-arms", "each", seconds = 90 }
    step "Shoulders and neck"
    scan { "shoulders-neck", seconds = 85 }
    step "Face and head"
    scan { "face-head", seconds = 85 }
    step "All of it"
    scan { "whole-body", seconds = 75 }

    step "Return"
    tell {
      { "Let the room come back: its sounds, its light.", pause = 7 },
      { "A larger breath, when it comes.", pause = 6, more = 1 },
      { "Fingers and toes wake first.", pause = 5 },
      { "Stretch, yawn, or stay.", "Yawn, if there is a yawn.", pause = 6, more = true },
    }
    finish { test = false, lines = { { "Over onto one side, before you sit up.", pause = 5, more = 1 } } }
  end,
}
