-- After hours in a seat, standing at a wall: shoulder, hip and shin, one hold each, then a long step and a walk.
local blade = {
  { "Back to the wall. That arm hangs, the other reaches over.", pause = 2 },
  { "Hook the fingers above the blade's inner corner.", pause = 3 },
}
local hip = {
  { "Turn that hip to the wall. Feel its crest.", pause = 2.5 },
  { "The ball just below it, toward the back pocket. Lean.", pause = 4 },
}
local shin = {
  { "That foot up, on a step, a bench or a seat.", pause = 2.5 },
  { "Knuckles a thumb-width outside the edge of the shin.", pause = 3 },
}
local again = {
  blade = { { "Above the inner corner, over the shoulder.", pause = 2 } },
  hip   = { { "Turn round. The ball below that crest.", pause = 3.5 } },
  shin  = { { "This foot up, knuckles beside the shin bone.", pause = 3 } },
}

return {
  title    = "After driving or flying",
  summary  = "Shoulders, hips and shins after hours in a seat, standing at any wall.",
  region   = "whole body",
  dose     = "tour",
  position = { "standing", "wall" },
  tools    = { "fingers", "ball-soft", "knuckles" },
  points   = { "levator-scapulae", "gluteus-medius", "tibialis-anterior" },
  minutes  = { 7, 8, 13 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    local function around(title, point, first, later, lines)
      for side in sides(with.side) do
        step((side == "left" and "Left " or "Right ") .. title)
        find  { point, side, lines = first or later }
        press { point, side, seconds = 20, level = 5, lines = lines }
        first = nil
      end
    end

    bed { kind = "noise", colour = "brown" }
    step "Out of the seat"
    welcome {
      "The seat is behind you. Time to arrive.",
      lines = {
        { "Only on foot, never while driving.", pause = 0.5 },
        { "One leg swollen, warm or throbbing? See a doctor today.", pause = 0.6 },
        { "Stand with your back to a wall, ball in a pocket.", pause = 2 },
        { "Without a ball, a loose fist will do.", pause = 1, more = 3 },
      },
    }
    settle {
      breath = "calm-46", cycles = 1,
      lines = { { "Feel solid ground. Breathe at your own pace.", "Ground that stands still. Any pace of breath.", pause = 1 } },
    }

    around("shoulder", "levator-scapulae", blade, again.blade, {
      hold = { "Let the reaching elbow sink.", "Aim down, toward the blade.", "Let the wall have your back." }, done = {},
    })
    tell { { "Now the hips you sat on. Take the ball.", pause = 3 } }
    around("hip", "gluteus-medius", hip, again.hip, { done = {} })
    tell { { "Put the ball away. The shins are next.", pause = 3 } }
    around("shin", "tibialis-anterior", shin, again.shin, {
      hold = { "Down toward the ankle, lift, begin again.", "Flat knuckles, easy wrist." }, done = {},
      off = { "Lift the hand away.", "Put the foot down." },
    })

    local into = {
      { "A long step, the {side} leg behind. Hand on the wall.", pause = 2.5 }, { "Tail tucked, and glide forward.", pause = 1 },
    }
    for side in sides(with.side) do
      step(side == "left" and "Left hip, long" or "Right hip, long")
      stretch { "half-kneel", side, seconds = 15, lines = into }
      into = { { "And the {side} leg behind. Sink and glide.", pause = 2.5 } }
    end

    step "A few steps"
    move { "walk-easy", "mid", seconds = 20, lines = { { "Eyes open, and walk a few steps.", pause = 1 } } }

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "How stiff is the whole of you now, zero to ten?", point = "gluteus-medius", when = "after", more = 2 }
    finish { test = false, lines = { { "Drink if you are thirsty.", pause = 0.8, more = 3 } } }
  end,
}
