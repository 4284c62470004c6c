-- Soles and heels that complain with the first steps: a ball for the sole, the thumbs for the calf above, toes drawn back.
return {
  title    = "Sole and heel",
  summary  = "For soles and heels that are stiff with the first steps of the day.",
  region   = "foot",
  position = { "chair", "wall" },
  tools    = { "ball-soft", "thumb" },
  points   = { "plantar-arch", "heel-front", "soleus" },
  minutes  = { 5.5, 6, 11 },
  dose     = "tour",
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    local function foot(side, either, right_after_left)
      return with.side == "both" and side == "right" and right_after_left or either
    end

    bed { colour = "pink" }
    step "Welcome"
    welcome {
      "For soles and heels, before they carry you.",
      lines = { { "Barefoot on a chair by a wall, ball at hand.", pause = 1.5 } },
    }
    settle {
      breath = "calm-46", cycles = 1,
      lines = { { "The feet just rest for now.", "No steps yet. Only sitting.", pause = 0.5, more = 3 } },
    }
    rate { "How stiff are they, zero to ten?", point = "plantar-arch", when = "before", more = 3 }

    step "Arch"
    for side in sides(with.side) do
      find { "plantar-arch", side, lines = foot(side, {
        { "Ball under the arch. Wander from heel to toe pad.", pause = 3 },
        { "Stop where it is most tender.", pause = 1.5 },
      }, { { "The ball to this foot, to its tender place.", pause = 3 } }) }
      press { "plantar-arch", side, seconds = 15, level = 5, lines = { done = {} } }
    end

    step "Before the heel"
    for side in sides(with.side) do
      find { "heel-front", side, lines = foot(side, {
        { "Ball back to the heel pad, then a thumb-width forward.", pause = 3 },
        { "A little to the inner side of the sole.", pause = 2, more = 3 },
      }, { { "Here too: a thumb-width before the heel pad.", pause = 2.5 } }) }
      press { "heel-front", side, seconds = 12, level = 5, lines = { done = {} } }
    end

    step "Lower calf"
    for side in sides(with.side) do
      find { "soleus", side, lines = foot(side, {
        { "Ball aside. Ankle on the other knee, thumbs behind.", pause = 2.5 },
        { "Two hand-widths above the heel, toward the inside.", pause = 2.5 },
      }, { { "This ankle up, the same height above the heel.", pause = 3 } }) }
      press { "soleus", side, seconds = 12, level = 5, lines = { done = {} } }
    end

    step "Toes back"
    for side in sides(with.side) do
      stretch { "toe-pull", side, seconds = 10, lines = { { "{side} toes in your hand, drawn toward the shin.", pause = 1 } } }
    end

    step "At the wall"
    tell {
      { "Stand, hands on the wall, both feet a step back.", pause = 3 },
      { "Bend both knees. The heels stay down.", pause = 1 },
    }
    breathe { "calm-46", cycles = 1, words = false, every = 4, lines = { "Heels down, breath low." } }

    step "Close"
    rate { "And how stiff are they now?", point = "plantar-arch", when = "after", seconds = 6, more = 1 }
    finish {
      test = { { "Take three steps, eyes open.", pause = 3, more = 3 } },
      lines = { { "Tomorrow, draw the toes back before you rise.", pause = 1, more = 3 } },
    }
  end,
}
