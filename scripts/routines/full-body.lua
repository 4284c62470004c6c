-- Once around the whole body, from the jaw to the soles: one hold for each place, a stretch for each region, and a long rest at the end.
-- The way to each place is short; the second side has the place's own brief words.
local ways = {
  ["masseter"] = {
    { "Elbows on the table, cheeks on the fingertips.", pause = 3 }, { "The chewing muscle, above the corner of the jaw.", pause = 3 },
    { "Teeth apart. Wait where it is tender.", pause = 3 },
  },
  ["suboccipitals"] = {
    { "Lace the hands behind the head.", pause = 3 }, { "Thumbs under the ridge of the skull.", pause = 3 },
    { "In the soft hollows, two finger-widths from the middle.", pause = 3 },
  },
  ["upper-trapezius"] = {
    { "That elbow on the table, so that the shoulder hangs.", pause = 2 }, { "Reach across, halfway out to the shoulder tip.", pause = 2.5 },
    { "Thumb in front, fingers behind.", pause = 1.5, more = 3 }, { "Lift the roll where it is most tender.", pause = 3 },
  },
  ["infraspinatus"] = {
    { "Side-on to the wall, the ball in the {other} hand.", pause = 3 }, { "Set it on the flat of the blade, below the ridge.", pause = 4 },
    { "A hand-width in from behind the armpit.", pause = 3, more = 3 }, { "Turn a little, to the tender coin.", pause = 3.5 },
  },
  ["rhomboids"] = {
    { "{side} hand on the {other} shoulder: a gap opens.", pause = 3 }, { "Hang the ball there, between blade and spine.", pause = 4 },
    { "Travel down the edge to the most tender place.", pause = 4.5 },
  },
  ["thoracic-paraspinals"] = {
    { "Both balls behind you, the spine between them.", pause = 4 }, { "As high as the end of the breastbone.", pause = 3 },
    { "Bend the knees, and climb to the stiffest place.", pause = 5 },
  },
  ["pectoralis-major"] = {
    { "Let that arm hang. The other hand comes across.", pause = 2.5 },
    { "From the middle of the collarbone, three finger-widths down.", pause = 3 },
    { "Or the front fold of the armpit, if that is more.", pause = 3, more = 3 }, { "Stay on what is tender.", pause = 2.5 },
  },
  ["wrist-extensors"] = {
    { "Forearm down, the hand over the edge of the table.", pause = 2 }, { "From the outer elbow bump, three finger-widths along.", pause = 3 },
    { "Across the strands, to the tender one.", pause = 4 },
  },
  ["lumbar-paraspinals"] = {
    { "Back to the wall, knees soft, the ball hanging.", pause = 3.5 }, { "Onto the rope, two or three finger-widths from the spine.", pause = 4 },
    { "Stay below the last rib. Roll, and stop.", pause = 5 },
  },
  ["gluteus-medius"] = {
    { "Turn a little to the {side}, the far foot ahead.", pause = 3 }, { "The ball just under the crest of the pelvis.", pause = 4 },
    { "Toward the back pocket. Stop where it aches.", pause = 4 },
  },
  ["vastus-lateralis"] = {
    { "Let the {side} knee lean in toward the other.", pause = 2.5 }, { "Roller in both hands, across the outer thigh.", pause = 3 },
    { "From the knee up. Find the place that stands out.", pause = 5 },
  },
  ["gastrocnemius-inner"] = {
    { "Sit down, lean back, that calf on the roller.", pause = 4 }, { "A hand-width below the knee, toes a little in.", pause = 3.5 },
    { "Rock it, and stop where it is tender.", pause = 4 },
  },
  ["plantar-arch"] = {
    { "Now the {side} foot, the ball under it.", pause = 3 }, { "Between the heel and the pad of the toes.", pause = 3 },
    { "Wander, and stand where it finds most.", pause = 4 },
  },
}
local other_thigh = { { "And the {side} knee leans in, the roller across.", pause = 4 }, { "Upward, to what stands out here.", pause = 4 } }

-- What the place's own words say of another position.
local skull = {
  hold = { "The thumbs stay, the head comes to them.", "Eyes closed, looking down." },
  done = { { "Unlace the hands, and let them drop.", pause = 3 } },
}
local thigh = { hold = { "Elbows long, shoulders low.", "Let the roller be heavy, the hands light." }, done = {} }

local function press_each(with, title, id, given)
  given = given or {}
  local lead = ways[id]
  for side in sides(with.side) do
    step(title .. ", " .. side)
    find  { id, side, lines = lead }
    press { id, side, seconds = 20, level = given.level or 5, lines = given.lines }
    lead = given.other
  end
end

local function stretch_each(with, id, seconds)
  for side in sides(with.side) do stretch { id, side, seconds = seconds or 12 } end
end

local function head_and_neck(with)
  tell { { "At the table first. Begin with the jaw.", "We begin at the top, with the jaw.", pause = 2 } }
  press_each(with, "Jaw", "masseter", { level = 3 })
  step "Under the skull"
  tell { { "Now the back of the head.", pause = 2 } }
  find  { "suboccipitals", lines = ways["suboccipitals"] }
  press { "suboccipitals", seconds = 25, lines = skull }
  tell { { "One step lower, to the tops of the shoulders.", pause = 2 } }
  press_each(with, "Top of the shoulder", "upper-trapezius")
  step "Length for the neck"
  stretch_each(with, "nose-to-armpit")
end

local function back_and_chest(with)
  tell { { "Eyes open, take a ball, and walk to the wall.", pause = 8 }, { "We stay there for the whole upper back.", pause = 1, more = 3 } }
  press_each(with, "Shoulder blade", "infraspinatus")
  tell { { "The same ball goes inward, beside the spine.", pause = 3 } }
  press_each(with, "Beside the blade", "rhomboids")
  step "Mid-back"
  tell { { "Put the ball down, and take the pair in the sock.", pause = 6 } }
  find    { "thoracic-paraspinals", lines = ways["thoracic-paraspinals"] }
  press   { "thoracic-paraspinals", seconds = 25, level = 5 }
  stretch { "self-hug", "mid", seconds = 15 }
  tell { { "Turn round. The front has carried, too.", "Hands free now, for the chest.", pause = 3 } }
  press_each(with, "Chest", "pectoralis-major")
  step "Doorway"
  tell { { "Walk to a doorway.", pause = 6 } }
  stretch_each(with, "doorway-low")
end

local function arms(with)
  tell { { "Back to the table, and sit. The forearms are next.", pause = 8 } }
  press_each(with, "Forearm", "wrist-extensors")
  step "Wrists"
  stretch_each(with, "wrist-bend-down")
  step "A pause in the middle"
  tell { { "Half of you is done. Hands in the lap.", pause = 3, more = 1 } }
  breathe { "calm-46", cycles = 4, words = false, every = 2, lines = { "Nothing to hold.", "Warm hands, perhaps." } }
end

local function hips(with)
  tell { { "Ball in the sock, and to the wall once more.", pause = 8 } }
  press_each(with, "Low back", "lumbar-paraspinals")
  step "Cat and cow"
  move { "cat-cow", "mid", seconds = 25 }
  tell { { "At the wall again, the ball goes lower.", pause = 5 } }
  press_each(with, "Side of the hip", "gluteus-medius")
  step "Figure four"
  tell { { "Leave the ball, and sit on the chair.", pause = 6 } }
  stretch_each(with, "figure-four")
end

local function legs(with)
  tell { { "Stay sitting, and reach for the roller.", pause = 5 } }
  press_each(with, "Outer thigh", "vastus-lateralis", { other = other_thigh, lines = thigh })
  step "Front of the thigh"
  tell { { "Stand up, one hand on the chair.", pause = 4 } }
  stretch_each(with, "standing-quad")
  tell { { "Down to the floor, and the roller with you.", pause = 8 } }
  press_each(with, "Calf", "gastrocnemius-inner")
  step "Length for the calf"
  tell { { "Come up by the chair, and over to the wall.", pause = 8 } }
  stretch_each(with, "calf-straight")
  tell { { "Last place: the sole. Sit, and bring the ball.", pause = 6 } }
  press_each(with, "Sole", "plantar-arch")
  step "Toes"
  stretch_each(with, "toe-pull", 10)
  step "A few steps"
  move { "walk-easy", "mid", seconds = 15 }
end

return {
  title    = "Whole body",
  summary  = "Thirteen places from jaw to sole, one hold each, then rest.",
  region   = "whole body",
  dose     = "tour",
  position = { "chair", "table", "wall", "doorway", "floor" },
  tools    = { "fingers", "pinch", "peanut", "ball-soft", "roller" },
  points   = {
    "masseter", "suboccipitals", "upper-trapezius", "infraspinatus", "rhomboids", "thoracic-paraspinals", "pectoralis-major",
    "wrist-extensors", "lumbar-paraspinals", "gluteus-medius", "vastus-lateralis", "gastrocnemius-inner", "plantar-arch",
  },
  minutes  = { 32, 45, 55 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink", db = -44 }
    step "Welcome"
    welcome {
      "Once around the whole body, from jaw to sole.",
      lines = {
        { "You need a ball, a pair of balls in a sock, and a roller.", pause = 2 },
        { "A chair at a table, a wall, a doorway, some floor.", pause = 2 },
        { "One hold for each place. Skip whichever you like.", pause = 1, more = 1 },
      },
    }
    settle {
      breath = "calm-46", cycles = 3,
      lines = { { "Sit, and let today be over for a while.", "Sit, and put both feet down.", pause = 3 }, { "Your own pace is fine.", pause = 1 } },
    }
    rate { "All in all, how tense are you, zero to ten?", point = "upper-trapezius", when = "before", more = 2 }

    head_and_neck(with)
    back_and_chest(with)
    arms(with)
    hips(with)
    legs(with)

    step "Lie down"
    tell { { "That was the work. Now lie down somewhere.", pause = 8 }, { "On your back, legs as they like.", pause = 4 } }
    scan { "whole-body", seconds = 165 }
    breathe { "long-48", cycles = 6, words = false, every = 3, lines = { "Longer and longer out.", "Poured out, like sand." } }

    step "Close"
    rate { "All in all, how tense are you now?", point = "upper-trapezius", when = "after", more = 2 }
    finish {
      test = { { "Before you sit up: what feels different?", "Roll the head from side to side, once.", pause = 4, more = 1 } },
      lines = { { "Turn to one side, and wait there a breath.", pause = 5 }, { "Then up, hands first.", pause = 4 } },
    }
  end,
}
