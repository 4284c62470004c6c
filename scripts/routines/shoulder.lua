-- The shoulder from behind, from above and from the front: first the wall, then a chair, then a doorway.
local behind = {
  { "{side} shoulder to the wall, ball in the {other} hand.", pause = 4 },
  { "Set it on the flat of the blade, below the ridge.", pause = 3.5 },
  { "Turn your back onto it, and look for a tender coin.", pause = 4.5 },
}
local above = {
  { "{side} hand in the lap, {other} hand over that shoulder.", pause = 3 },
  { "Feel the ridge of the blade, and the hollow above it.", pause = 3 },
}
local front = {
  { "Feel the bony tip of the {side} shoulder.", pause = 2.5 },
  { "Go three finger-widths down, at the front.", pause = 3 },
}

return {
  title    = "Shoulder ease",
  summary  = "Behind, above and in front of the shoulder, for arms that reach and carry.",
  region   = "shoulder",
  dose     = "tour",
  position = { "wall", "chair", "doorway" },
  tools    = { "ball-soft", "cane", "fingers" },
  points   = { "infraspinatus", "supraspinatus", "deltoid-front" },
  minutes  = { 7.5, 10, 15 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "brown" }
    step "Welcome"
    welcome {
      "For shoulders that have reached, lifted and held on.",
      position = {
        { "Stand by a wall, a soft ball in hand, a chair near.", pause = 2 },
        { "A hook cane can stand in for the ball.", pause = 1, more = true },
      },
    }
    settle { cycles = 1, lines = { { "Let both arms be as long as they are.", pause = 1.5, more = 1 } } }

    local way = behind -- for the first side; the second needs fewer words
    for side in sides(with.side) do
      step(side == "left" and "Behind, left" or "Behind, right")
      find  { "infraspinatus", side, lines = way }
      press { "infraspinatus", side, seconds = 30, level = 6, lines = { done = {} } }
      way = nil
    end

    tell { { "Put the ball away, and sit down.", pause = 5 } }
    way = above
    for side in sides(with.side) do
      step(side == "left" and "Above, left" or "Above, right")
      find  { "supraspinatus", side, lines = way }
      press { "supraspinatus", side, seconds = 25, level = 5, lines = { done = {} } }
      way = { { "Now the {side} hand in the lap, {other} hand over.", pause = 4 } }
    end

    way = front
    for side in sides(with.side) do
      step(side == "left" and "In front, left" or "In front, right")
      find  { "deltoid-front", side, lines = way }
      press { "deltoid-front", side, seconds = 20, level = 5, lines = { done = {} } }
      way = { { "The same on the {side}: three fingers below the tip.", pause = 3.5 } }
    end

    step "Length"
    for side in sides(with.side) do
      stretch { "arm-across", side, seconds = 15 }
    end
    tell { { "Up from the chair, and to a doorway.", pause = 8 } }
    for side in sides(with.side) do
      stretch { "doorway-low", side, seconds = 15 }
    end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "How tense are the shoulders now, zero to ten?", point = "infraspinatus", when = "after", more = 2 }
    finish {
      test = { { "One arm up along the door frame, then the other.", pause = 6 } },
      lines = { { "Carry the next bag on the other side.", pause = 1, more = 3 } },
    }
  end,
}
