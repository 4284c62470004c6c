-- body_low_back.lua - the sites of the low back. What an entry holds: see body.lua, which also lists them.

return {
  ["lumbar-paraspinals"] = {
    name = "Low-back ropes",
    latin = "Erector spinae, pars lumbalis",
    region = "low-back",
    side = { "left", "right" },
    find = "Thick rope beside the low spine, two to three finger-widths from the midline, between last rib and pelvis.",
    posture = "Back to the wall, knees soft, ball in a sock; or cane, seated.",
    tools = { "ball-soft", "cane" },
    technique = "lean",
    refers = "Low back, buttock.",
    hold_s = 30, reps = 3, ceiling = 6,
    breath = "calm-46",
    stretch = "knees-to-chest", stretch_s = 20,
    cautions = "Never on the spine; no hard ball; wall before floor. Leg numbness, fever, injury, bladder change: stop.",
    advanced = false,
    say = {
      place = {
        { "Stand with your back to the wall, feet a step out.", pause = 3 },
        { "Knees soft. Hold the sock so that the ball hangs.", pause = 3 },
      },
      find = {
        { "With the free hand, feel the bones of the low spine.", pause = 3 },
        { "Two or three finger-widths out runs a thick rope.", pause = 3 },
        { "Slip the ball onto it, below the last rib.", pause = 4 },
        { "Bow a little, and it firms. Stand tall, and rest.", pause = 3, more = 2 },
      },
      search = {
        { "Bend and stretch the knees. The ball rolls along.", pause = 4.5 },
        { "Stop where the rope is most tender.", pause = 2 },
      },
      brief = {
        { "The ball on the rope, {side} of the spine.", pause = 4 },
        { "Roll along it with the knees, until one spot speaks up.", pause = 4 },
      },
      refind = {
        { "Back to the wall, ball on that rope again.", pause = 3 }, { "Roll to the tender place.", pause = 1 },
      },
      caution = {
        "Never on the spine, and no hard ball.", "The wall first, before the floor.",
        "Leg numbness, fever, injury, bladder change? Stop.",
      },
      hold = {
        "Let the wall carry half of you.", "Feet nearer the wall make it lighter.", "Breathe wide, into the low ribs.",
        "Knees easy, belly easy.",
      },
      again = { "The same stretch of rope, once more.", "Once again, right there.", "Stay with that place." },
      done = { { "Step off the wall.", "Come away from the wall.", pause = 1, more = 1 } },
      off = { "Step off the wall.", "Let the ball drop." },
    },
  },

  ["lumbar-multifidus"] = {
    name = "Beside the tailplate",
    latin = "Multifidus lumborum",
    region = "low-back",
    side = { "left", "right" },
    find = "At belt height and just below, one thumb-width from the midline, beside the flat bone above the tail.",
    posture = "Wall and ball, or lie with knees bent and a soft ball under one side.",
    tools = { "ball-soft", "peanut" },
    technique = "lean",
    refers = "Low back, sacrum, sometimes the back of the thigh.",
    hold_s = 30, reps = 2, ceiling = 6,
    breath = "calm-46",
    stretch = "pelvic-tilt", stretch_s = 40,
    cautions = "Not on the tailbone.",
    advanced = false,
    say = {
      place = {
        { "On your back, knees bent, the ball on that side.", pause = 4 },
        { "Feet flat, close enough to lift the pelvis with.", pause = 2, more = 1 },
      },
      find = {
        { "Slide that hand under you, at belt height.", pause = 3 },
        { "In the middle is the flat bone above the tail.", pause = 2.5 },
        { "One thumb-width beside it, the back is soft again.", pause = 3 },
        { "Lift the pelvis, set the ball there, and settle.", pause = 5 },
      },
      search = {
        { "Tip both knees a little, one way and the other.", pause = 4 },
        { "Rest where the ball finds something tender.", pause = 2.5 },
      },
      brief = {
        { "Pelvis up, and the ball one thumb-width to the {side}.", pause = 5 },
        { "Tip the knees until it meets a tender place.", pause = 4 },
      },
      refind = {
        { "Pelvis up, ball beside the flat bone again.", pause = 4 }, { "Settle where it was tender.", pause = 1 },
      },
      caution = { "Never on the tailbone." },
      press = { "On a breath out, let the pelvis settle to a {level}." },
      press_gentle = { "On a breath out, let a little weight settle there." },
      sink = { "And out. Let the pelvis settle.", "And out. Heavy, slowly.", "Out, and settle.", "And settle down." },
      hold = {
        "The feet carry as much as you wish.", "Let the floor have the rest of you.", "Breathe low, toward the ball.",
        "Soft jaw, easy shoulders.",
      },
      easier = { "Lighter now. Press the feet, and rise a little.", "Lighter again. Let the feet take more." },
      release = {
        "Press the feet, and take the weight off.", "Lighten the pelvis, slowly.", "And slowly up, off the ball.",
      },
      off = { "Lift the pelvis slowly.", "Slide the ball away, and lie flat." },
      done = { { "Slide the ball out, and lie flat.", "Ball away. Let the low back lie down.", pause = 4, more = 1 } },
    },
  },

  ["quadratus-lumborum"] = {
    name = "Side of the low back",
    latin = "Quadratus lumborum",
    region = "low-back",
    side = { "left", "right" },
    find = "Hands on the waist, thumbs back. In the soft side between last rib and pelvis crest, just outside the rope; "
      .. "press inward toward the spine and down toward the pelvis.",
    posture = "Side-lying with a pillow under the waist, thumb of the top hand; or standing at the wall, side-back, soft ball.",
    tools = { "thumb", "ball-soft", "cane" },
    technique = "press",
    refers = "Crest of the pelvis, outer hip, buttock, joint beside the sacrum, groin.",
    hold_s = 20, reps = 2, ceiling = 5,
    breath = "calm-46",
    stretch = "side-bend-reach", stretch_s = 20,
    cautions = "Kidney above: stay below the last rib, aim down, soft tool. Flank pain with fever or urine trouble: doctor. "
      .. "Not in pregnancy.",
    advanced = false,
    say = {
      place = {
        { "Lie on the {other} side, a pillow under the waist.", pause = 6 },
        { "Knees drawn up, head on the lower arm.", pause = 3, more = 1 },
      },
      find = {
        { "Top hand on the waist, fingers in front, thumb behind.", pause = 3 },
        { "Above the thumb is the last rib, below it the pelvis.", pause = 3.5 },
        { "Soft in between, just outside the rope of the back.", pause = 3 },
        { "Aim toward the spine, and down to the pelvis.", pause = 3 },
      },
      search = {
        { "Hitch that hip up a little. It firms. Let go.", pause = 3.5, more = 1 },
        { "Slide the thumb a little, to the tender place.", pause = 4 },
      },
      brief = {
        { "Over onto the {other} side, with the pillow.", pause = 7 },
        { "Thumb behind the waist, in the soft part.", pause = 2.5 }, { "In toward the spine, and down.", pause = 3 },
      },
      refind = {
        { "Thumb behind the waist, below the last rib.", pause = 3 }, { "Toward the spine, and down.", pause = 1 },
      },
      caution = {
        "The kidney is above. Stay below the last rib.", "Aim down, and use only a soft tool.",
        "Flank pain with fever or urine trouble? See a doctor.", "Pregnant? Not this.",
      },
      press = { "On a breath out, lean the thumb in to a {level}." },
      press_gentle = { "On a breath out, rest the thumb there, no more." },
      sink = { "And out. Slowly in, and down.", "And out. Let the thumb sink.", "Out, and in.", "And let it sink." },
      hold = {
        "Straight thumb, easy wrist.", "Let the pillow hold the waist.", "Let the top hip slide toward the feet.",
        "Breathe down into the pillow.",
      },
      again = { "The same soft place, once more.", "Once again, in and down." },
      release = { "Let the thumb come out slowly.", "Ease the thumb away.", "And slowly out." },
      off = { "Take the thumb away slowly.", "Rest the hand on the hip." },
      done = {
        { "Reach the top arm past your ear, long and easy.", "Let the top arm float up beside the head.", pause = 4, more = 1 },
      },
    },
  },

  ["serratus-posterior-inferior"] = {
    name = "Lowest back ribs",
    latin = "Serratus posterior inferior",
    region = "low-back",
    side = { "left", "right" },
    find = "Over the lowest back ribs, a hand-width from the midline.",
    posture = "Sit, back of the hand or palm strokes outward.",
    tools = { "palm" },
    technique = "stroke",
    refers = "Nagging ache over the lower ribs.",
    hold_s = 10, reps = 3, ceiling = 3,
    breath = "soft-34",
    stretch = "side-bend-reach", stretch_s = 20,
    cautions = "Kidneys and floating ribs beneath: strokes only, no ball.",
    advanced = false,
    say = {
      place = {
        { "Sit forward on the seat, back free.", pause = 2 },
        { "Reach behind you with that arm, as far as is easy.", pause = 3 },
      },
      find = {
        { "Feel the last ribs, just above the waist.", pause = 3 },
        { "A hand-width out from the spine, lay the palm flat.", pause = 3 },
        { "Palm will not turn? Use the back of the hand.", pause = 2, more = 1 },
      },
      search = {
        { "Brush outward, slowly, rib by rib.", pause = 4 }, { "Choose the strip that aches a little.", pause = 2 },
      },
      brief = {
        { "{side} hand behind you, flat on the last ribs.", pause = 3 },
        { "Brush outward, until a strip aches a little.", pause = 3.5 },
      },
      refind = { { "Hand flat on the last ribs again.", pause = 2 }, { "The same strip, spine to side.", pause = 1 } },
      caution = { "Kidneys and floating ribs lie beneath.", "Only strokes, and never a ball." },
      press = { "On a breath out, stroke outward, at a {level}." },
      press_gentle = { "On a breath out, stroke to the side, like silk." },
      hold = {
        "Only outward. Lift the hand back.", "As light as smoothing a sheet.", "Let the ribs widen under the hand.",
        "Shoulder low, hand lazy.",
      },
      release = { "Let the last stroke run out.", "Lift the hand away." },
      off = { "Lift the hand away.", "Let the arm hang." },
      done = {
        { "Let the arm hang, and shake it out.", "Bring the arm round, and let it hang.", pause = 2.5, more = 1 },
      },
    },
  },
}
