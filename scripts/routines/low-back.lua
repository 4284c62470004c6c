-- The low back and what pulls at it: the ropes and the hip at the wall, the waist and the buttock on the floor.
return {
  title    = "Low back",
  summary  = "The low back, the hips and the waist, at a wall and on the floor.",
  region   = "low-back",
  dose     = "tour",
  position = { "floor", "wall", "bed" },
  tools    = { "ball-soft", "cane", "thumb" },
  points   = { "lumbar-paraspinals", "gluteus-medius", "quadratus-lumborum", "gluteus-maximus" },
  minutes  = { 11, 15, 22 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    local gentle = with.mode == "gentle"

    -- One hold a side; the first side is led to with `there`, the other one with `across`.
    local function visit(point, seconds, level, there, across)
      for side in sides(with.side) do
        find  { point, side, lines = there }
        press { point, side, seconds = seconds, level = level, lines = { done = {} } }
        there = across
      end
    end

    bed { kind = "noise", colour = "brown" }
    step "Welcome"
    welcome {
      "The low back, and the neighbours that pull at it.",
      lines = {
        { "Fetch a soft ball in a sock, a pillow and a cushion.", pause = 2 },
        { "Choose a mat beside a wall, or a bed beside one.", pause = 1.5, more = 3 },
        { "A hook cane serves as well, if standing is hard.", pause = 1, more = 3 },
      },
    }

    step "Lie down"
    settle {
      breath = "calm-46", cycles = 3,
      lines = {
        { "Lie down on your back, and bend the knees.", pause = 6 },
        { "Give the whole day to the floor.", "Let the floor take over for a while.", pause = 2, more = 1 },
        { "Breathe at whatever pace comes.", pause = 1 },
      },
    }
    rate { "How stiff is the low back, zero to ten?", point = "lumbar-paraspinals", when = "before", more = 3 }
    move { "pelvic-tilt", seconds = 20 }

    step "Ropes"
    tell {
      { "Eyes open. Get up with the help of your hands.", pause = 7 },
      { "Back to the wall, feet a step out, knees soft.", pause = 3 },
    }
    visit("lumbar-paraspinals", 25, 6, {
      { "Hang the ball beside the low spine, in its sock.", pause = 3 },
      { "Two or three finger-widths out, below the last rib.", pause = 3 },
      { "Roll a little, knees bending. Stay where it is tender.", pause = 3.5 },
    }, { { "Take the ball across, to the other rope.", pause = 4.5 } })

    step "Back of the hip"
    tell { { "Stay at the wall. The ball moves down, to the hip.", pause = 2 } }
    visit("gluteus-medius", 25, 6, {
      { "Find the crest of the pelvis, and go just under it.", pause = 3 },
      { "Turn the back of that hip to the wall, ball between.", pause = 4 },
      { "Let it wander, and choose the tender place.", pause = 3, more = 1 },
    }, { { "Turn about. Ball just under the {side} crest.", pause = 5 } })

    step "Waist"
    tell { { "Leave the ball, and go down to the pillow.", pause = 6 } }
    visit("quadratus-lumborum", 20, 5, {
      { "Lie on the {other} side, the pillow under your waist.", pause = 5 },
      { "Thumb behind the waist, below the last rib.", pause = 3 },
      { "Into the soft part. Toward the spine, and down.", pause = 3 },
    }, {
      { "Roll over, pillow and all.", pause = 6 }, { "Thumb behind, in the same soft part.", pause = 3 },
    })

    if not gentle then
      step "Buttock"
      tell { { "Sit up, ball at hand, and lean back on your arms.", pause = 4 } }
      visit("gluteus-maximus", 20, 6, {
        { "Feel the flat bone above the tail.", pause = 2.5 },
        { "Ball beside it, at the top of the buttock.", pause = 4 },
        { "Roll outward, a little at a time. Stay where it aches.", pause = 3.5 },
      }, { { "Across with the ball, beside the same bone.", pause = 4.5 } })
    end

    step "Knees to the chest"
    tell { { "Clear the floor around you, and lie back.", pause = 4 } }
    stretch { "knees-to-chest", seconds = 20 }

    step "Front of the hip"
    tell { { "Roll over, and come onto your knees.", pause = 5 } }
    for side in sides(with.side) do stretch { "half-kneel", side, seconds = 20 } end

    step "Rest"
    tell { { "Lie down once more, or sit, as you prefer.", pause = 5 } }
    breathe {
      "calm-46", cycles = gentle and 10 or 3, every = 3,
      lines = {
        "Wide back, slow breath.", "Nothing to hold up now.", "The belly rises, the belly falls.",
        "Let the breath be the only work.",
      },
    }
    rate { "And how stiff is it now, zero to ten?", point = "lumbar-paraspinals", when = "after" }
    finish {
      test = {
        { "Eyes open. Stand up, by way of one knee.", pause = 7 },
        { "Walk to the wall and back.", pause = 6, more = 3 },
        { "Is the back easier, the same, or harder?", pause = 2, more = 1 },
      },
      lines = { { "Sit less for an hour, if the day allows.", more = 3 } },
    }
  end,
}
