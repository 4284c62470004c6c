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
        { "On hands and knees, or hands on a table.", pause = 4 }, { "Breathe out, and round the back like a cat.", pause = 2 },
        "Breathe in, and let the chest come forward.",
      },
      brief = { "Round with the breath out, lengthen with the breath in." },
      stay = { "Let the breath set the pace.", "Head and tail follow, in their own time." },
      back = { "Come back to a level back, and rest.", "Let the back find its middle." },
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
        { "Pain down a leg, or fragile bones? Leave this out.", pause = 1 },
        { "On your back, bring up one knee, then the other.", pause = 3 },
        "Hands behind the thighs. Draw them in a little.",
      },
      brief = { "Both knees up again, and draw them in." },
      stay = { "Let the low back spread on the floor.", "Let the arms do the holding." },
      back = { "Put the feet down, one after the other.", "One foot down, then its neighbour." },
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
        { "On your back, knees bent, feet flat.", pause = 4 }, { "Breathe out, and let the low back sink down.", pause = 1.5 },
        "Breathe in, and let it float up a little.",
      },
      brief = { "Rock the pelvis again, along with the breath." },
      stay = { "Small and smooth, like a boat at rest.", "Let the belly do little, the feet less." },
      back = { "And let the pelvis lie still.", "Let the rocking fade out." },
    },
  },
  ["figure-four"] = {
    name = "Figure four",
    how = "On the back or a chair, ankle on the other knee; draw the thigh in or lean forward with a long back",
    side = { "left", "right" },
    seconds = 25, times = 2, contract = true,
    avoid = "knee pain, hip replacement",
    say = {
      into = {
        { "A new hip, or a sore knee? Leave this out.", pause = 1 },
        { "Sit tall, the {side} ankle on the {other} knee.", pause = 2 }, "Lean forward from the hips, the back long.",
      },
      brief = { { "The {side} ankle on the {other} knee.", pause = 2 }, "Back long, and lean." },
      stay = { "Let that knee hang where it hangs.", "Breathe toward the back of the hip." },
      back = { "Let go slowly, and set the foot down.", "Ease out of it, and let the leg come down." },
    },
  },
  ["knee-to-opposite"] = {
    name = "Knee to opposite shoulder",
    how = "On the back, draw one knee toward the opposite shoulder",
    side = { "left", "right" },
    seconds = 25, times = 2, contract = true,
    avoid = "hip replacement, groin pinch",
    say = {
      into = {
        { "A new hip, or a groin that pinches? Leave this out.", pause = 1 },
        { "On your back, hold the {side} knee with both hands.", pause = 3 }, "Guide it across, toward the {other} shoulder.",
      },
      brief = { { "Take the {side} knee.", pause = 2 }, "Across, toward the {other} shoulder." },
      stay = { "Let the hands carry the whole leg.", "Both shoulders rest on the floor." },
      back = { "Lead the knee back, and put the foot down.", "Let the foot find the floor again." },
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
        { "Your {side} side to a wall, and a hand on it.", pause = 4 }, { "Cross the {side} leg behind the other.", pause = 2 },
        "Let the hip drift toward the wall.",
      },
      brief = { { "The {side} side to the wall, hand on it.", pause = 4 }, "That leg behind. Let the hip drift out." },
      stay = { "Let the hand on the wall keep you steady.", "Feel the long line, waist to outer thigh." },
      back = { "Bring the hip back, and uncross the legs.", "Come upright, feet side by side." },
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
        { "Kneel on the {side} knee, with a cushion under it.", pause = 4 },
        { "A sore knee? Stand in a long step instead.", pause = 2, more = 1 }, "Tuck the tail under, and glide forward a little.",
      },
      brief = { { "The {side} knee on the cushion.", pause = 4 }, "Tail tucked, and glide forward." },
      stay = { "Let the front of that hip grow long.", "Tall through the head, tail tucked under." },
      back = { "Glide back, and let the hip rest.", "Ease back over the knee." },
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
        { "Eyes open. Stand tall, the {other} hand on a support.", pause = 3 }, { "Take the {side} ankle behind you, or the trouser leg.", pause = 3 },
        "Knees side by side, tail tucked under.",
      },
      brief = { { "The {side} ankle now, behind you.", pause = 3 }, "Knees together, tail tucked." },
      stay = { "Let that knee point at the floor.", "A sore knee? Let the heel sink away." },
      back = { "Let the foot down slowly.", "Open the hand, and stand on both feet." },
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
        { "On your back, a towel round the {side} foot.", pause = 5 }, { "Let that leg rise, the knee nearly straight.", pause = 2 },
        "Stop where the back of the thigh begins to pull.",
      },
      brief = { { "Towel round the {side} foot.", pause = 4 }, "Leg up, to the first mild pull." },
      stay = { "Let the towel carry the leg, foot loose.", "Any tingling? Bend the knee." },
      back = { "Bend the knee, and lower the leg.", "Let the leg sink down slowly." },
    },
  },
  ["butterfly"] = {
    name = "Butterfly",
    how = "Soles together, sit tall or lie, let the knees sink",
    side = "mid",
    seconds = 25, times = 2, contract = true,
    avoid = "groin pinch",
    say = {
      into = {
        { "Sit with the soles of the feet together.", pause = 4 }, { "A pinch in the groin? Slide the feet further away.", pause = 2 },
        "Let the knees fall open, as they like.",
      },
      brief = { "Soles together again, and let the knees fall open." },
      stay = { "Let the knees be heavy as sandbags.", "Sit tall on the bones you sit on." },
      back = { "With your hands, bring the knees together.", "Gather the knees, and shake the legs out." },
    },
  },
  ["calf-straight"] = {
    name = "Calf",
    how = "Hands on the wall, back leg straight, heel down, toes forward",
    side = { "left", "right" },
    seconds = 25, times = 2, contract = true,
    avoid = "Achilles tear",
    say = {
      into = {
        { "Hands on the wall, {side} leg back.", pause = 2 }, { "Heel down, toes straight at the wall.", pause = 1 },
        { "Lean in until the calf pulls a little.", more = 1 },
      },
      brief = { { "Now the {side} leg back.", pause = 2 }, "Heel down, and lean in." },
      stay = { "Let the wall hold you.", "Let the {side} heel grow heavy.", "The back knee stays long." },
      back = { "Step forward, and shake that leg.", "Come forward, and stand on both feet." },
    },
  },
  ["calf-bent"] = {
    name = "Calf",
    how = "As above but bend the back knee, heel down",
    side = { "left", "right" },
    seconds = 25, times = 2, contract = true,
    avoid = "Achilles tear",
    say = {
      into = {
        { "{side} foot half a step back, hands on the wall.", pause = 2 }, { "Bend both knees, heels down.", pause = 1 },
        { "It pulls lower now, near the heel.", more = 3 },
      },
      brief = { { "{side} foot back, both knees soft.", pause = 2 }, "Sink straight down." },
      stay = { "Sink as if toward a low stool.", "Let the {side} heel stay down." },
      back = { "Straighten up slowly.", "Rise again, and bring the feet together." },
    },
  },
  ["shin-point"] = {
    name = "Shin stretch",
    how = "Sitting, ankle on the other knee, one hand points the foot and toes down",
    side = { "left", "right" },
    seconds = 20, times = 2, contract = true,
    avoid = "ankle sprain",
    say = {
      into = {
        { "{side} ankle on the {other} knee.", pause = 2.5 }, { "Lay a hand over foot and toes.", pause = 1 },
        "Ease them down, long and pointed.",
      },
      brief = { { "Now the {side} foot up.", pause = 2.5 }, "Hand over the toes, ease them down." },
      stay = { "Let the front of the shin grow long.", "A soft hand is enough." },
      back = { "Let the foot come back.", "Hand away, foot to the floor." },
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
        { "{side} ankle on the {other} knee.", pause = 2.5 }, { "Turn the sole up, as if to look at it.", pause = 1 },
        { "Let the toes point a little.", more = 1 },
      },
      brief = { { "The {side} foot up on the knee.", pause = 2.5 }, "Turn the sole up to you." },
      stay = { "Length all along the outer leg.", "Easy at the ankle, only a mild pull." },
      back = { "Let the foot turn back.", "Unwind it, and put the foot down." },
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
        { "{side} ankle on the {other} knee.", pause = 2.5 }, { "Take all the toes, draw them toward the shin.", pause = 1 },
        { "With a thumb, feel the arch go taut.", more = 3 },
      },
      brief = { { "{side} foot up, hand round the toes.", pause = 2.5 }, "Draw them to the shin." },
      stay = { "Long arch, taut like a string.", "The ankle bends with it.", "Easy breath, long arch." },
      back = { "Let the toes go.", "Ease them back.", "Give the toes their freedom." },
    },
  },
  ["toe-curl-down"] = {
    name = "Toes down",
    how = "Fold the toes gently under with the hand",
    side = { "left", "right" },
    seconds = 15, times = 2, contract = false,
    avoid = "gout flare",
    say = {
      into = {
        { "Take the {side} toes in your hand.", pause = 2 }, "Fold them under, gently, toward the sole.",
      },
      brief = { { "Now the {side} toes.", pause = 2 }, "Fold them under." },
      stay = { "Let the top grow long.", "Only as far as they go." },
      back = { "Let the toes go.", "Open the hand, and let them lie." },
    },
  },
  ["ankle-circles"] = {
    name = "Ankle circles",
    how = "Draw 6 circles each way",
    side = { "left", "right" },
    seconds = 30, times = 1, contract = false,
    avoid = "none",
    say = {
      into = {
        { "Lift the {side} foot a little.", pause = 1.5 }, "Draw slow circles, and change over half-way.",
      },
      brief = { "Circles with the {side} foot, one way, then the other." },
      stay = { "Round, slow, as big as is easy.", "Let the toes draw the line." },
      back = { "And let the foot rest.", "Put it down, and feel both feet." },
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
        { "On your back, knees bent and together.", pause = 4 }, { "Arms a little away from the body.", pause = 2, more = 1 },
        "Let both knees sway, one side, then the other.",
      },
      brief = { "Let the knees sway again, side to side." },
      stay = { "Only as far as both shoulders stay down.", "Slow as a pendulum." },
      back = { "Let the knees come back to the middle.", "And let them stand still." },
    },
  },
  ["walk-easy"] = {
    name = "Easy walk",
    how = "Walk on the spot or round the room, arms loose",
    side = "mid",
    seconds = 60, times = 1, contract = false,
    avoid = "none",
    say = {
      into = {
        { "Eyes open. Stand, and wait a moment.", pause = 2 }, "Walk on the spot, or round the room.",
      },
      brief = { "Walk again, eyes open." },
      stay = { "Easy steps, arms loose.", "Heel, sole, toes, and on." },
      back = { "Slow down, and stand.", "And come to a stand." },
    },
  },
}
