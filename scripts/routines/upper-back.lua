-- The upper back after sitting: the ropes, the lower edge of the blades, then the chest that draws them forward; and from the
-- wall down to the floor, where the back turns and rounds.
local ropes = {
  { "The pair behind you, spine in the gap, and lean.", pause = 4 },
  { "Begin as high as the lower end of the breastbone.", pause = 2, more = 1 },
  { "Sink in the knees, until the balls meet the stiff place.", pause = 4 },
}
local low = {
  { "Take the single ball: over the {side} shoulder, down low.", pause = 4 },
  { "Lean, a thumb-width in from the blade.", pause = 3 },
}
local chest = {
  { "{other} fingers to the {side} side of the chest.", pause = 2.5 },
  { "Three fingers below the middle of the collarbone.", pause = 3 },
}

return {
  title    = "Upper back after sitting",
  summary  = "Ropes, blades and chest at the wall, then long and turning on the floor.",
  region   = "upper-back",
  dose     = "tour",
  position = { "wall", "floor" },
  tools    = { "peanut", "ball-soft", "fingers" },
  points   = { "thoracic-paraspinals", "lower-trapezius", "pectoralis-major" },
  minutes  = { 7.5, 10, 16 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed()
    step "Welcome"
    welcome {
      "For a back that has kept the shape of its chair.",
      position = {
        { "Two balls in one sock, and one ball in another.", pause = 1.5 }, { "A wall, and some floor to lie on.", pause = 1, more = 1 },
      },
    }
    settle { cycles = 1, lines = { { "Stand, and let the chair go out of your back.", pause = 2, more = 1 } } }

    step "The ropes"
    find  { "thoracic-paraspinals", lines = ropes }
    press { "thoracic-paraspinals", seconds = 30, level = 6, lines = { done = {} } }

    local way = low -- for the first side; the second needs fewer words
    for side in sides(with.side) do
      step(side == "left" and "Low on the left" or "Low on the right")
      find  { "lower-trapezius", side, lines = way }
      press { "lower-trapezius", side, seconds = 20, level = 5, lines = { done = {} } }
      way = nil
    end

    tell { { "Leave the ball. Stand tall, away from the wall.", pause = 3 } }
    way = chest
    for side in sides(with.side) do
      step(side == "left" and "Left of the chest" or "Right of the chest")
      find  { "pectoralis-major", side, lines = way }
      press { "pectoralis-major", side, seconds = 20, level = 5, lines = { done = {} } }
      way = nil
    end

    step "Length"
    stretch {
      "desk-reach", seconds = 20,
      lines = {
        { "Face the wall, both palms on it, hip-high.", pause = 3 },
        { "Walk back, chest low, the ears beside the arms.", pause = 2 },
      },
    }
    tell { { "Eyes open, and down to the floor, in your own time.", pause = 7 } }
    for side in sides(with.side) do
      stretch { "open-book", side, seconds = 15 }
    end
    tell { { "Roll over, and come up on hands and knees.", pause = 5 } }
    move {
      "cat-cow", seconds = 20,
      lines = { "Out: the back grows round.", "In: the chest comes through." },
    }

    step "Close"
    tell { { "Sit back on the heels, or beside them.", pause = 4 } }
    breathe { "calm-46", cycles = 1, words = false }
    rate { "How stiff is the back now, zero to ten?", point = "thoracic-paraspinals", when = "after", more = 2 }
    finish {
      test = { { "Turn the chest to one side, then to the other.", pause = 5 } },
      lines = { { "Get up over one knee, without hurry.", pause = 4, more = 1 } },
    }
  end,
}
