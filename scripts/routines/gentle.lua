-- For those who want or need it soft: three places with the hands and a soft ball, then small movements from the top down, and rest.
return {
  title    = "Gentle hands",
  summary  = "Three soft places, small movements and a rest, on a chair.",
  region   = "whole body",
  position = { "chair", "table" },
  tools    = { "pinch", "fingers", "ball-soft" },
  points   = { "upper-trapezius", "wrist-extensors", "plantar-arch" },
  minutes  = { 11, 15, 22 },
  params   = { side = { "both", "left", "right" }, mode = { "gentle", "standard" } },

  play = function(with)
    local name = { left = "Left ", right = "Right " }
    bed { kind = "noise", colour = "pink", db = -44 }
    step "Sit down"
    welcome {
      "Soft hands, a soft ball, and no hurry.",
      lines = {
        { "A chair by a table. The ball by your feet.", pause = 3 },
        { "Whatever you leave out is left out well.", "Skip what you like. Nothing needs all of it.", pause = 2, more = 3 },
      },
    }
    settle {
      breath = "soft-34", cycles = 4,
      lines = { { "Lean back until the chair has you.", pause = 3 }, { "Short breaths or long, your own pace is fine.", pause = 1.5 } },
    }
    rate { "How tense do you feel, zero to ten?", point = "upper-trapezius", when = "before", more = 3 }

    for side in sides(with.side) do
      step(name[side] .. "shoulder")
      find  { "upper-trapezius", side }
      press { "upper-trapezius", side, seconds = 15, times = 2, breath = "soft-34" }
    end
    tell { { "Next, the forearms. Slide up to the table.", pause = 4 } }
    for side in sides(with.side) do
      step(name[side] .. "forearm")
      find  { "wrist-extensors", side }
      press { "wrist-extensors", side, seconds = 15, times = 2, breath = "soft-34" }
    end
    tell { { "Shoes off, if you like. The ball comes now.", pause = 6 } }
    for side in sides(with.side) do
      step(name[side] .. "foot")
      find  { "plantar-arch", side }
      press { "plantar-arch", side, seconds = 15, times = 2, breath = "soft-34" }
    end

    step "Moving a little"
    tell { { "Ball aside. From here on, only moving.", "The ball may roll away. Now we only move.", pause = 4 } }
    move { "shoulder-rolls", "mid", seconds = 10 }
    move { "neck-turn-slow", "mid", seconds = 10 }
    for side in sides(with.side) do stretch { "wrist-bend-down", side, seconds = 10 } end
    for side in sides(with.side) do move { "ankle-circles", side, seconds = 10 } end

    step "Rest"
    breathe { "soft-34", cycles = 6, words = false, every = 4, lines = { "As light as that.", "Small is enough.", "No effort in it." } }
    scan {
      "whole-body", seconds = 65,
      lines = {
        "Both soles on the ground, awake now.", "The chair, all along the back of the legs.", "The hands, put down anywhere.",
        "The back, leaning on somebody stronger.", "Shoulders, since they were rolled.", "The face, which had nothing to do.",
        "It may all rest a moment longer.",
      },
    }

    step "Close"
    rate { "And how tense do you feel now?", point = "upper-trapezius", when = "after", more = 3 }
    finish {
      test = { { "Turn your head a little, both ways.", pause = 4, more = 3 } },
      lines = { { "Hold on to the table as you stand up.", pause = 3 } },
    }
  end,
}
