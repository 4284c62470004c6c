-- From the floor up to the feet, before the day begins. Nothing is pressed.
local function each(with, title, id, seconds)
  for side in sides(with.side) do
    step(side == "left" and title .. ", left" or title .. ", right")
    stretch { id, side, seconds = seconds }
  end
end

return {
  title    = "Morning stretch, no pressing",
  summary  = "From sitting on the floor to walking, in eight minutes.",
  region   = "whole body",
  position = { "floor", "wall", "standing" },
  tools    = {},
  points   = {},
  minutes  = { 7, 8, 13 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle" } },

  play = function(with)
    bed { kind = "noise", colour = "pink", db = -44 }
    step "Good morning"
    welcome {
      "Waking up, from the floor to the feet.",
      pressing = false,
      lines = {
        { "You need a towel, a cushion and a free wall.", pause = 2 },
        { "Mornings are stiff. A mild pull is plenty.", pause = 1 },
      },
      position = { { "Sit on the floor, or on the edge of the bed.", pause = 5 } },
    }
    tell { { "Yawn once, and grow tall.", "Rub the eyes, and grow tall.", pause = 5 }, { "Your own pace is fine.", pause = 1 } }

    step "Neck and shoulders"
    move { "neck-turn-slow", seconds = 10 }
    move { "shoulder-rolls", seconds = 10 }

    step "Back"
    move { "cat-cow", seconds = 20 }

    tell { { "Sit back on the heels, or cross the legs.", pause = 4 } }
    each(with, "Side", "side-bend-reach", 10)
    tell { { "Now the cushion, for one knee.", pause = 3, more = 3 } }
    each(with, "Front of the hip", "half-kneel", 10)
    tell { { "Take the towel, and lie down once more.", pause = 4, more = 3 } }
    each(with, "Back of the leg", "hamstring-strap", 10)

    step "Up"
    tell { { "Over onto one side, and up by the hands.", pause = 6 }, { "Stand, and walk to the wall.", pause = 5 } }
    each(with, "Calf", "calf-straight", 10)
    step "Reach"
    stretch { "desk-reach", "mid", seconds = 10 }
    step "Walk"
    move { "walk-easy", "mid", seconds = 15 }

    step "Close"
    breathe { "calm-46", cycles = 2, words = false }
    finish {
      test = { { "Reach up with both arms, and let them fall.", pause = 4, more = 3 } },
      lines = { { "The day can come.", "Good morning, then.", "Ready when you are.", pause = 1 } },
    }
  end,
}
