-- stretches_leg.lua - stretches and movements of the back, hip, leg and foot, and the whole body.
-- What an entry holds: see stretches.lua, which also lists them.

return {
  ["cat-cow"] = {
    name = "Cat and cow",
    how = "On hands and knees or seated, round the back on the out-breath, lengthen on the in-breath, 6 rounds",
    side = "mid",
    seconds = 45, times = 1, contract = false,
    avoid = "pain down a leg",
    say = {
      into = {
        { "On hands and knees, or on a chair.", pause = 4 }, { "Round the back on the breath out.", pause = 1 },
        "Lengthen on the breath in.",
      },
      stay = { "Let the breath set the pace." },
      back = { "Come back to the middle, and rest." },
    },
  },
  ["knees-to-chest"] = {
    name = "Knees to chest",
    how = "On the back, bring one then both knees to the chest, hands behind the thighs",
    side = "mid",
    seconds = 20, times = 2, contract = false,
    avoid = "osteoporosis of the spine, pain down a leg",
    say = {
      into = {
        { "Lie on your back.", pause = 4 }, { "Bring one knee up, then the other.", pause = 1 },
        "Hands behind the thighs, draw them in.",
      },
      stay = { "Let the low back spread on the floor." },
      back = { "Put the feet down, one by one." },
    },
  },
  ["pelvic-tilt"] = {
    name = "Pelvic rock",
    how = "On the back, knees bent, press the low back softly down, then let it arch, 8 slow rocks",
    side = "mid",
    seconds = 40, times = 1, contract = false,
    avoid = "none",
    say = {
      into = {
        { "Lie on your back, knees bent.", pause = 4 }, { "Press the low back softly down.", pause = 1 },
        "Then let it arch. Eight slow rocks.",
      },
      stay = { "Small and easy." },
      back = { "And let the back rest." },
    },
  },
  ["figure-four"] = {
    name = "Figure four",
    how = "On the back or a chair, ankle on the other knee; draw the thigh in or lean forward with a long back",
    side = { "left", "right" },
    seconds = 25, times = 2, contract = true,
    avoid = "knee pain, hip replacement",
    say = {
      into = { { "Put the {side} ankle on the {other} knee.", pause = 1 }, "Lean forward, with a long back." },
      stay = { "Breathe into the {side} hip." },
      back = { "Sit up slowly, and put the foot down." },
    },
  },
  ["knee-to-opposite"] = {
    name = "Knee to opposite shoulder",
    how = "On the back, draw one knee toward the opposite shoulder",
    side = { "left", "right" },
    seconds = 25, times = 2, contract = true,
    avoid = "hip replacement, groin pinch",
    say = {
      into = { { "Lie on your back.", pause = 4 }, "Draw the {side} knee toward the {other} shoulder." },
      stay = { "Let the {side} hip stay heavy." },
      back = { "Put the foot down slowly." },
    },
  },
  ["crossed-lean"] = {
    name = "Crossed-leg lean",
    how = "Stand near a wall, cross one leg behind the other, lean the hip of the back leg out to the side",
    side = { "left", "right" },
    seconds = 20, times = 2, contract = false,
    avoid = "poor balance",
    say = {
      into = {
        { "Stand near a wall.", pause = 4 }, { "Cross the {side} leg behind the other.", pause = 1 },
        "Lean the {side} hip out to the side.",
      },
      stay = { "Breathe into the outer hip." },
      back = { "Come up, and uncross the legs." },
    },
  },
  ["half-kneel"] = {
    name = "Half-kneeling hip",
    how = "One knee on a cushion, tuck the pelvis under, move forward a little until the front hip of the kneeling leg pulls",
    side = { "left", "right" },
    seconds = 25, times = 2, contract = true,
    avoid = "knee pain on kneeling",
    say = {
      into = {
        { "Kneel on the {side} knee, on a cushion.", pause = 4 }, { "Tuck the pelvis under.", pause = 1 },
        "Move forward until the {side} front hip pulls a little.",
      },
      stay = { "Keep the pelvis tucked under." },
      back = { "Come back slowly." },
    },
  },
  ["standing-quad"] = {
    name = "Heel to seat",
    how = "Hold a support, heel toward the seat, knees together, pelvis tucked",
    side = { "left", "right" },
    seconds = 25, times = 2, contract = true,
    avoid = "knee pain, poor balance",
    say = {
      into = {
        { "Hold on to a support.", pause = 1 }, { "Bring the {side} heel toward the seat.", pause = 1 },
        "Knees together, pelvis tucked under.",
      },
      stay = { "Let the knee point down." },
      back = { "Put the foot down slowly." },
    },
  },
  ["hamstring-strap"] = {
    name = "Leg up with strap",
    how = "On the back, towel round the foot, raise the nearly straight leg until the back of the thigh pulls, foot relaxed",
    side = { "left", "right" },
    seconds = 25, times = 2, contract = true,
    avoid = "tingling in the leg",
    say = {
      into = {
        { "Lie on your back, towel round the {side} foot.", pause = 4 }, { "Raise that leg, nearly straight.", pause = 1 },
        "Only until the back of the thigh pulls.",
      },
      stay = { "Let the foot stay relaxed." },
      back = { "Lower the leg slowly." },
    },
  },
  ["butterfly"] = {
    name = "Butterfly",
    how = "Soles together, sit tall or lie, let the knees sink",
    side = "mid",
    seconds = 25, times = 2, contract = true,
    avoid = "groin pinch",
    say = {
      into = { { "Sit tall, or lie, soles together.", pause = 1 }, "Let the knees sink." },
      stay = { "Let the knees grow heavy." },
      back = { "Bring the knees together with your hands." },
    },
  },
  ["calf-straight"] = {
    name = "Calf",
    how = "Hands on the wall, back leg straight, heel down, toes forward",
    side = { "left", "right" },
    seconds = 25, times = 2, contract = true,
    avoid = "Achilles tear",
    say = {
      into = { { "Hands on the wall, {side} leg back.", pause = 1 }, "Knee straight, heel down, toes forward." },
      stay = { "Let the heel grow heavy." },
      back = { "Step forward again." },
    },
  },
  ["calf-bent"] = {
    name = "Calf",
    how = "As above but bend the back knee, heel down",
    side = { "left", "right" },
    seconds = 25, times = 2, contract = true,
    avoid = "Achilles tear",
    say = {
      into = { { "Hands on the wall, {side} foot back.", pause = 1 }, "Bend the back knee, heel down." },
      stay = { "Keep the heel heavy." },
      back = { "Step forward again." },
    },
  },
  ["shin-point"] = {
    name = "Shin stretch",
    how = "Sitting, ankle on the other knee, one hand points the foot and toes down",
    side = { "left", "right" },
    seconds = 20, times = 2, contract = true,
    avoid = "ankle sprain",
    say = {
      into = { { "Sit, {side} ankle on the {other} knee.", pause = 1 }, "With one hand, point the foot and toes down." },
      stay = { "Breathe into the front of the shin." },
      back = { "Let the foot come back." },
    },
  },
  ["foot-turn-in"] = {
    name = "Sole-in turn",
    how = "Sitting, ankle on the other knee, turn the sole up toward you and point a little",
    side = { "left", "right" },
    seconds = 20, times = 2, contract = false,
    avoid = "loose outer ankle",
    say = {
      into = {
        { "Sit, {side} ankle on the {other} knee.", pause = 1 }, { "Turn the sole up toward you.", pause = 1 },
        "Point the foot a little.",
      },
      stay = { "Keep it easy at the ankle." },
      back = { "Let the foot come back." },
    },
  },
  ["toe-pull"] = {
    name = "Toe pull",
    how = "Ankle on the other knee, pull the big toe and toes back toward the shin until the arch is taut",
    side = { "left", "right" },
    seconds = 10, times = 10, contract = false,
    avoid = "toe joint pain",
    say = {
      into = {
        { "{side} ankle on the {other} knee.", pause = 1 }, { "Pull the toes back toward the shin.", pause = 1 },
        "Until the arch is taut.",
      },
      stay = { "Keep the arch long." },
      back = { "Let the toes go." },
    },
  },
  ["toe-curl-down"] = {
    name = "Toes down",
    how = "Fold the toes gently under with the hand",
    side = { "left", "right" },
    seconds = 15, times = 2, contract = false,
    avoid = "gout flare",
    say = {
      into = { { "Take the {side} toes in your hand.", pause = 1 }, "Fold them gently under." },
      stay = { "Let the top of the foot grow long." },
      back = { "Let the toes go." },
    },
  },
  ["ankle-circles"] = {
    name = "Ankle circles",
    how = "Draw 6 circles each way",
    side = { "left", "right" },
    seconds = 30, times = 1, contract = false,
    avoid = "none",
    say = {
      into = { { "Draw six slow circles with the {side} foot.", pause = 1 }, "Then six the other way." },
      stay = { "Round and slow." },
      back = { "And let the foot rest." },
    },
  },
  ["knees-side-rock"] = {
    name = "Knee sway",
    how = "On the back, knees bent and together, sway them side to side, 8 times",
    side = "mid",
    seconds = 40, times = 1, contract = false,
    avoid = "none",
    say = {
      into = {
        { "Lie on your back, knees bent and together.", pause = 4 }, { "Sway them slowly, side to side.", pause = 1 },
        "Eight times.",
      },
      stay = { "Let the shoulders stay heavy." },
      back = { "Come back to the middle." },
    },
  },
  ["walk-easy"] = {
    name = "Easy walk",
    how = "Walk on the spot or round the room, arms loose",
    side = "mid",
    seconds = 60, times = 1, contract = false,
    avoid = "none",
    say = {
      into = { { "Walk on the spot, or round the room.", pause = 1 }, "Let the arms hang loose." },
      stay = { "Easy steps, easy breath." },
      back = { "And come to a stand." },
    },
  },
}
