-- body_back.lua - the sites of the upper back and the side of the ribs. What an entry holds: see body.lua, which also lists them.

return {
  ["middle-trapezius"] = {
    name = "Between-the-blades muscle",
    latin = "Trapezius, pars transversa",
    region = "upper-back",
    side = { "left", "right" },
    find = "Between spine and shoulder blade, level with the bony ridge of the blade, four finger-widths from the midline.",
    posture = "Stand with the back to the wall, feet forward, ball in a sock; or hook cane, seated.",
    tools = { "ball-soft", "cane", "peanut" },
    technique = "lean",
    refers = "Burning between the blades, point of the shoulder.",
    hold_s = 30, reps = 3, ceiling = 6,
    breath = "calm-46",
    stretch = "self-hug", stretch_s = 20,
    cautions = "Off the spine bones.",
    advanced = false,
    say = {
      place = { { "Stand with your back to the wall, feet forward.", pause = 4 }, { "Take the ball, in a sock.", pause = 2 } },
      find = {
        { "Between the spine and the shoulder blade.", pause = 3 }, { "Level with the bony ridge of the blade.", pause = 3 },
        { "Four finger-widths from the midline.", pause = 3 },
      },
      brief = {
        { "Ball between the spine and the {side} blade.", pause = 2.5 }, { "Level with the ridge of the blade.", pause = 3 },
      },
      caution = { "Stay off the bones of the spine." },
    },
  },

  ["lower-trapezius"] = {
    name = "Lower blade muscle",
    latin = "Trapezius, pars ascendens",
    region = "upper-back",
    side = { "left", "right" },
    find = "Inner edge of the blade at its lower third; one thumb-width toward the spine.",
    posture = "Back to the wall, ball low on the blade edge, bend and stretch the knees to place it.",
    tools = { "ball-soft", "cane" },
    technique = "lean",
    refers = "Back of the neck and skull base, top of the shoulder, inner blade edge.",
    hold_s = 30, reps = 3, ceiling = 6,
    breath = "calm-46",
    stretch = "desk-reach", stretch_s = 20,
    cautions = "Light over ribs; osteoporosis: skip.",
    advanced = false,
    say = {
      place = { { "Stand with your back to the wall.", pause = 4 }, { "Set the ball low, at the blade's edge.", pause = 2 } },
      find = {
        { "The inner edge of the blade, its lower third.", pause = 3 }, { "One thumb-width toward the spine.", pause = 3 },
        { "Bend and stretch the knees to place the ball.", pause = 3 },
      },
      brief = {
        { "Ball low, at the {side} blade's inner edge.", pause = 2.5 }, { "A thumb-width in, toward the spine.", pause = 3 },
      },
      caution = { "Stay light over the ribs.", "Osteoporosis? Skip this place." },
    },
  },

  ["rhomboids"] = {
    name = "Blade-to-spine muscles",
    latin = "Rhomboideus major et minor",
    region = "upper-back",
    side = { "left", "right" },
    find = "Put the hand of that side on the opposite shoulder: the blade slides away. The spot is in the opened gap, along "
      .. "the blade's inner edge.",
    posture = "Wall and ball, arm across; or cane.",
    tools = { "ball-soft", "cane" },
    technique = "lean",
    refers = "Along the inner blade edge.",
    hold_s = 30, reps = 3, ceiling = 6,
    breath = "calm-46",
    stretch = "self-hug", stretch_s = 20,
    cautions = "Off the spine and rib angles.",
    advanced = false,
    say = {
      place = {
        { "Stand with your back to the wall, ball ready.", pause = 4 },
        { "Put the {side} hand on the {other} shoulder.", pause = 2 },
      },
      find = {
        { "The blade slides away, and a gap opens.", pause = 3 }, { "Set the ball in the gap.", pause = 3 },
        { "Along the inner edge of the blade.", pause = 3 },
      },
      brief = { { "{side} hand on the {other} shoulder.", pause = 2.5 }, { "Ball in the gap beside the blade.", pause = 3 } },
      caution = { "Stay off the spine and the rib angles." },
    },
  },

  ["thoracic-paraspinals"] = {
    name = "Mid-back ropes",
    latin = "Erector spinae, pars thoracica",
    region = "upper-back",
    side = "mid",
    find = "The two ropes beside the mid spine, two finger-widths from the midline, from the bra line up to the blades.",
    posture = "Back to the wall with a peanut straddling the spine; later on the floor, head supported, knees bent.",
    tools = { "peanut", "roller" },
    technique = "lean",
    refers = "Around the blade, along a rib, sometimes to the front of the chest or the low back.",
    hold_s = 30, reps = 3, ceiling = 6,
    breath = "calm-46",
    stretch = "cat-cow", stretch_s = 45,
    cautions = "Balls beside, never on, the bones. Not with osteoporosis or rib injury. Chest symptoms: emergency list.",
    advanced = false,
    say = {
      place = {
        { "Stand with your back to the wall.", pause = 4 }, { "Set the two balls on each side of the spine.", pause = 2 },
      },
      find = {
        { "Two ropes run beside the middle of the spine.", pause = 3 }, { "Two finger-widths out from the midline.", pause = 3 },
        { "From the bra line up to the blades.", pause = 3 },
      },
      brief = {
        { "Back to the wall, balls beside the spine.", pause = 2.5 },
        { "On the two ropes, below the blades or between them.", pause = 3 },
      },
      caution = {
        "Balls beside the bones, never on them.", "Osteoporosis, or a rib injury? Not this.",
        "Chest pain or breathlessness? Stop, call your emergency number.",
      },
    },
  },

  ["serratus-posterior-superior"] = {
    name = "Under-the-blade spot",
    latin = "Serratus posterior superior",
    region = "upper-back",
    side = { "left", "right" },
    find = "Hug the chest with that arm; the spot lies just inside the upper part of the blade, uncovered by the arm movement.",
    posture = "Wall and soft ball, arm across the chest.",
    tools = { "ball-soft", "cane" },
    technique = "lean",
    refers = "Deep under the blade, back of the arm, little finger.",
    hold_s = 25, reps = 2, ceiling = 5,
    breath = "calm-46",
    stretch = "self-hug", stretch_s = 20,
    cautions = "Ribs underneath: soft ball only.",
    advanced = false,
    say = {
      place = {
        { "Stand with your back to the wall, soft ball ready.", pause = 4 }, { "Hug the chest with the {side} arm.", pause = 2 },
      },
      find = { { "The blade slides away.", pause = 3 }, { "Set the ball just inside its upper part.", pause = 3 } },
      brief = {
        { "{side} arm round the chest again.", pause = 2.5 }, { "Ball just inside the upper part of the blade.", pause = 3 },
      },
      caution = { "Ribs lie underneath. Use a soft ball only." },
    },
  },

  ["latissimus-dorsi"] = {
    name = "Rear armpit roll, lower",
    latin = "Latissimus dorsi",
    region = "shoulder",
    side = { "left", "right" },
    find = "Back fold of the armpit, a hand-width below the arm; thick roll on the side of the back.",
    posture = "Seated pinch with the arm supported, or side-lying on a roller under the side of the blade.",
    tools = { "pinch", "roller" },
    technique = "squeeze",
    refers = "Tip of the blade, mid back, inner arm to ring and little finger.",
    hold_s = 25, reps = 2, ceiling = 5,
    breath = "calm-46",
    stretch = "side-bend-reach", stretch_s = 20,
    cautions = "Off the ribs with weight; out of the hollow.",
    advanced = false,
    say = {
      place = { { "Sit, with that arm supported.", pause = 2 } },
      find = {
        { "Find the back fold of the armpit.", pause = 3 }, { "Go a hand-width below the arm.", pause = 3 },
        { "Take the thick roll between thumb and fingers.", pause = 3 },
      },
      brief = { { "Let the {side} arm be supported.", pause = 2.5 }, { "Take the thick roll below the armpit.", pause = 3 } },
      caution = { "No weight on the ribs.", "Keep out of the armpit hollow." },
    },
  },

  ["serratus-anterior"] = {
    name = "Side-rib muscle",
    latin = "Serratus anterior",
    region = "chest",
    side = { "left", "right" },
    find = "Side of the ribs, a hand-width below the armpit. Push the hand forward against the air: finger-like strips rise. "
      .. "Relax.",
    posture = "Sit, other hand flat on the side of the ribs.",
    tools = { "palm", "fingers" },
    technique = "stroke",
    refers = "Side of the chest, lower inner blade, inner arm.",
    hold_s = 15, reps = 2, ceiling = 4,
    breath = "soft-34",
    stretch = "side-bend-reach", stretch_s = 20,
    cautions = "Flat hand on ribs. Stay clear of breast tissue. Chest pain or breathlessness: emergency list. Osteoporosis: "
      .. "skip.",
    advanced = false,
    say = {
      place = { { "Sit, with the ribs free on that side.", pause = 2 }, { "Lay the {other} hand flat on the ribs.", pause = 2 } },
      find = {
        { "A hand-width below the armpit.", pause = 3 }, { "Push the {side} hand forward, against the air.", pause = 3 },
        { "Strips rise like fingers. Now rest.", pause = 3 },
      },
      brief = { { "{other} hand flat on the {side} ribs.", pause = 2.5 }, { "Under the armpit, a hand-width down.", pause = 3 } },
      caution = {
        "Keep the hand flat on the ribs.", "Stay clear of breast tissue.",
        "Chest pain or breathlessness? Stop, call your emergency number.", "Osteoporosis? Skip this place.",
      },
    },
  },
}
