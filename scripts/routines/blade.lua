-- Between the blades, at the wall: three places, each on both sides. The ball moves little from one to the next; it is the
-- arm that changes: across, then hanging, then wrapped round the chest.
local edge = {
  { "{side} hand on the {other} shoulder, and a gap opens.", pause = 3 },
  { "Ball over the {side} shoulder. Lean on it, in the gap.", pause = 4 },
  { "Along the blade's edge, to the place that aches.", pause = 4, more = 1 },
}
local strip = {
  { "Let the {side} arm hang, the ball further in.", pause = 3 },
  { "Four finger-widths from the spine, level with the ridge.", pause = 3.5 },
}
local corner = {
  { "Wrap the {side} arm round the chest.", pause = 2.5 },
  { "Ball up high, just inside the blade's corner.", pause = 3.5 },
}

return {
  title    = "Between the blades",
  summary  = "For the strip between spine and shoulder blades, after a long day of sitting.",
  region   = "upper-back",
  dose     = "tour",
  position = { "wall", "doorway" },
  tools    = { "ball-soft", "cane" },
  points   = { "rhomboids", "middle-trapezius", "serratus-posterior-superior" },
  minutes  = { 7, 10, 15 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed()
    step "Welcome"
    welcome {
      "For the place between the blades, after a day of sitting.",
      position = {
        { "Come to a wall, with a soft ball in a long sock.", pause = 2 },
        { "Or sit with a hook cane, hooked where the ball would lie.", pause = 1, more = true },
      },
    }
    settle { cycles = 1, lines = { { "First only lean, and let the wall be wide.", pause = 3, more = 1 } } }

    local way = edge -- for the first side; the second needs fewer words
    for side in sides(with.side) do
      step(side == "left" and "Edge of the left blade" or "Edge of the right blade")
      find  { "rhomboids", side, lines = way }
      press { "rhomboids", side, seconds = 30, level = 6, lines = { done = {} } }
      way = nil
    end

    tell { { "The second place is closer to the spine.", pause = 2, more = true } }
    way = strip
    for side in sides(with.side) do
      step(side == "left" and "Left of the spine" or "Right of the spine")
      find  { "middle-trapezius", side, lines = way }
      press { "middle-trapezius", side, seconds = 25, level = 5, lines = { done = {} } }
      way = nil
    end

    tell { { "The third is higher up, and deeper.", pause = 2, more = true } }
    way = corner
    for side in sides(with.side) do
      step(side == "left" and "High on the left" or "High on the right")
      find  { "serratus-posterior-superior", side, lines = way }
      press { "serratus-posterior-superior", side, seconds = 20, level = 5, lines = { done = {} } }
      way = nil
    end

    step "Length"
    tell { { "The ball has done its part. Put it down.", pause = 3, more = 1 } }
    stretch { "self-hug", seconds = 25 }
    tell { { "Eyes open, and over to a doorway.", pause = 8 } }
    for side in sides(with.side) do
      stretch { "doorway-high", side, seconds = 15 }
    end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "Between the blades now, zero to ten?", point = "rhomboids", when = "after", more = 2 }
    finish {
      test = { { "Roll both shoulders back, and feel the blades glide.", pause = 5 } },
      lines = { { "When you sit again, sit a little differently.", pause = 1, more = 3 } },
    }
  end,
}
