-- The groove between the inner rope and the cords behind, on the edge of a chair; light, with a breath between the holds.
return {
  title    = "Deep inner thigh",
  summary  = "The deep place between the inner thigh and the back of it, on a soft ball.",
  region   = "thigh",
  position = { "chair", "floor" },
  tools    = { "ball-soft" },
  points   = { "adductor-magnus" },
  minutes  = { 5, 9, 13 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle" } },

  play = function(with)
    bed { kind = "noise", colour = "brown" }
    step "Welcome"
    welcome {
      "A deep and quiet place, inside and behind the thigh.",
      lines = {
        { "Take the softest ball you have.", pause = 1 },
        { "Sit near the front of a firm chair.", pause = 3 },
      },
    }

    step "Arrive"
    settle {
      breath = "calm-46", cycles = 3,
      lines = {
        { "Plant the feet wide, toes a little out.", pause = 3 },
        { "Let the breath widen the seat.", "Breathe as though the chair were breathing too.", pause = 2, more = 1 },
        { "Slow if you like, quick if you like.", pause = 1, more = 2 },
      },
    }
    rate { "How tense is it inside the thigh, zero to ten?", point = "adductor-magnus", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left groove" or "Right groove")
      find  { "adductor-magnus", side }
      press {
        "adductor-magnus", side, seconds = 25, times = 2, level = 3,
        lines = { rest = { "Breathe all the way in, and all the way out.", "A whole breath, and nothing else." } },
      }
      if side == "left" then breathe { "calm-46", cycles = 1, words = false } end
    end

    step "Open"
    tell { { "Come down to the floor, a wall behind your back.", pause = 9 } }
    stretch { "butterfly", seconds = 30 }

    step "Close"
    tell { { "Legs long, hands on the thighs.", pause = 3 } }
    breathe { "calm-46", cycles = 2, words = false, every = 4, lines = { "Room in the hips, room in the breath." } }
    rate { "And inside the thigh now?", point = "adductor-magnus", when = "after", more = 2 }
    finish {
      test = {
        { "Roll both feet outward, then inward.", pause = 6 },
        { "Looser in the hips, the same, or tighter?", pause = 2, more = 1 },
      },
      lines = { { "Bend the knees, and come up at leisure.", pause = 5 } },
    }
  end,
}
