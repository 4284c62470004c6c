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
      place = { { "Stand with your back to the wall, knees soft.", pause = 4 }, { "Take the ball, in a sock.", pause = 2 } },
      find = {
        { "A thick rope runs beside the low spine.", pause = 3 }, { "Two to three finger-widths from the midline.", pause = 3 },
        { "Between the last rib and the pelvis.", pause = 3 },
      },
      brief = { { "Back to the wall, knees soft.", pause = 2.5 }, { "Ball on the rope, {side} of the low spine.", pause = 3 } },
      caution = {
        "Never on the spine, and no hard ball.", "The wall first, before the floor.",
        "Leg numbness, fever, injury, bladder change? Stop.",
      },
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
      place = { { "Stand with your back to the wall, ball ready.", pause = 4 } },
      find = {
        { "Go to belt height, or just below.", pause = 3 }, { "One thumb-width from the midline.", pause = 3 },
        { "Beside the flat bone above the tail.", pause = 3 },
      },
      brief = {
        { "Back to the wall, ball at belt height.", pause = 2.5 }, { "One thumb-width {side} of the midline.", pause = 3 },
      },
      caution = { "Never on the tailbone." },
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
      place = { { "Lie on the {other} side, pillow under the waist.", pause = 4 } },
      find = {
        { "Top hand on the waist, thumb back.", pause = 3 }, { "The soft side, between the last rib and pelvis.", pause = 3 },
        { "Just outside the rope of the low back.", pause = 3 }, { "Aim in toward the spine, and down.", pause = 3 },
      },
      brief = {
        { "{side} hand on the waist, thumb back.", pause = 2.5 }, { "The soft side, below the last rib.", pause = 2.5 },
        { "Aim toward the spine, and down.", pause = 3 },
      },
      caution = {
        "The kidney is above. Stay below the last rib.", "Aim down, and use only a soft tool.",
        "Flank pain with fever or urine trouble? See a doctor.", "Pregnant? Not this.",
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
      place = { { "Sit, and reach behind you.", pause = 2 } },
      find = {
        { "Find the lowest back ribs.", pause = 3 }, { "A hand-width from the midline.", pause = 3 },
        { "Lay the palm or back of the hand there.", pause = 3 },
      },
      search = { { "Stay where it is most tender.", pause = 3 } },
      brief = {
        { "Reach behind you, to the {side}.", pause = 2.5 },
        { "Over the lowest ribs, a hand-width from the midline.", pause = 3 },
      },
      caution = { "Kidneys and floating ribs lie beneath.", "Only strokes, and never a ball." },
    },
  },
}
