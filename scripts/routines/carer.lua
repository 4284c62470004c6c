-- For whoever has carried a child all day: shoulders on a chair, the back at a wall, then the arms and thumbs that did the
-- holding. Many places, so each gets one short hold.
local shoulder = {
  { "{other} hand on the {side} shoulder, halfway out.", pause = 2.5 },
  { "Take the roll, and stay where it is tender.", pause = 3 },
}
local blade = {
  { "{side} hand on the {other} shoulder, ball behind.", pause = 4 },
  { "Lean, with the ball in the gap by the {side} blade.", pause = 3 },
}
local forearm = {
  { "{side} forearm on the thigh, palm down.", pause = 2 },
  { "{other} thumb three finger-widths below the outer elbow bump.", pause = 3 },
}
local thumb = {
  { "{side} palm up, {other} thumb on its fleshy pad.", pause = 2.5 },
}

return {
  title    = "Carrying and lifting a child",
  summary  = "Shoulders, back, forearms and thumbs, for arms that have held somebody all day.",
  region   = "upper-back",
  dose     = "tour",
  position = { "chair", "wall" },
  tools    = { "pinch", "ball-soft", "thumb" },
  points   = { "upper-trapezius", "rhomboids", "wrist-extensors", "thumb-pad" },
  minutes  = { 8.5, 10, 15 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "brown" }
    step "Welcome"
    welcome {
      "For arms and shoulders that have carried a child.",
      position = { { "Sit down, a soft ball in reach, nobody on your lap.", pause = 1.5 } },
    }
    settle { cycles = 1, lines = { { "For once, let the chair do the holding.", pause = 2, more = 1 } } }

    local way = shoulder -- for the first side; the second needs fewer words
    for side in sides(with.side) do
      step(side == "left" and "Left shoulder" or "Right shoulder")
      find  { "upper-trapezius", side, lines = way }
      press { "upper-trapezius", side, seconds = 15, level = 5, lines = { done = {} } }
      way = { { "Lift the {side} roll, and find its tender place.", pause = 3 } }
    end

    tell { { "Take the ball, stand up, back to the wall.", pause = 5 } }
    way = blade
    for side in sides(with.side) do
      step(side == "left" and "Left blade" or "Right blade")
      find  { "rhomboids", side, lines = way }
      press { "rhomboids", side, seconds = 15, level = 5, lines = { done = {} } }
      way = nil
    end

    tell { { "Sit again. Now the arms that did the lifting.", pause = 4 } }
    way = forearm
    for side in sides(with.side) do
      step(side == "left" and "Left forearm" or "Right forearm")
      find  { "wrist-extensors", side, lines = way }
      press { "wrist-extensors", side, seconds = 15, level = 5, lines = { done = {} } }
      way = { { "The same place on the {side} forearm.", pause = 3 } }
    end

    way = thumb
    for side in sides(with.side) do
      step(side == "left" and "Left thumb" or "Right thumb")
      find  { "thumb-pad", side, lines = way }
      press { "thumb-pad", side, seconds = 15, level = 5, lines = { done = {} } }
    end

    step "Length"
    stretch { "self-hug", seconds = 20 }
    for side in sides(with.side) do
      stretch { "wrist-bend-down", side, seconds = 10 }
    end
    tell { { "Stand up, and find an edge to hold.", pause = 4 } }
    stretch { "desk-reach", seconds = 10 }

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "Shoulders and arms: how tired now, zero to ten?", point = "upper-trapezius", when = "after", more = 2 }
    finish {
      test = { { "Open and close both hands, then roll the shoulders.", pause = 5 } },
      lines = { { "Next time, lift from the other hip.", pause = 1, more = 3 } },
    }
  end,
}
