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
      place = {
        { "Stand with your back to the wall, feet a step out.", pause = 4 },
        { "Hang the ball over the {side} shoulder, in its sock.", pause = 3 },
        { "Keep the end of the sock in the {other} hand.", pause = 2, more = 2 },
      },
      find = {
        { "A bony ridge runs across the top of the blade.", pause = 2, more = 2 },
        { "Let the ball down, level with the ridge of the blade.", pause = 3 },
        { "Four finger-widths out from the spine, lean back on it.", pause = 3 },
        { "Draw the blade inward. It firms. Let go again.", pause = 3, more = 3 },
      },
      search = {
        { "Bend the knees a little, and the ball rolls.", pause = 4, more = 1 },
        { "Stop where it is tight or tender.", pause = 3 },
      },
      brief = {
        { "Swing the ball over the {side} shoulder.", pause = 3.5 },
        { "As high as before, four fingers from the spine.", pause = 3 },
        { "Soft knees, and let it roll to the tight place.", pause = 3, more = true },
      },
      refind = {
        { "Ball between the spine and that blade again.", pause = 3 }, { "High up, level with the ridge.", pause = 2 },
      },
      caution = { "Stay off the bones of the spine." },
      hold = {
        "Let the wall have your back.", "Knees soft, heels heavy.", "That arm can hang like a sleeve.", "Breathe out against the wall.",
      },
      again = { "Same place between the blades.", "Lean back once more, same spot." },
      off = { "Step forward, off the ball.", "Let the ball hang." },
      done = { { "Step off the ball.", pause = 1.5, more = 1 }, { "Roll that shoulder back, twice.", pause = 3, more = 1 } },
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
      place = {
        { "Let the ball down over the {side} shoulder, quite low.", pause = 3.5 },
        { "Lean back, and pin it to the wall.", pause = 3.5 },
      },
      find = {
        { "With the ball, feel for the blade's inner edge.", pause = 3.5 },
        { "Hard on one side of it, softer on the other.", pause = 3, more = 1 },
        { "Stretch the knees, and the ball sinks lower.", pause = 4, more = 1 },
        { "The lowest third, a thumb-width in toward the spine.", pause = 3.5 },
        { "Reach toward the back pocket. It wakes. And rest.", pause = 3.5, more = 3 },
      },
      search = {
        { "Sway a little over it, left and right.", pause = 4, more = true }, { "Settle where it is most tender.", pause = 3 },
      },
      brief = {
        { "Ball over the {side} shoulder, down to the low edge.", pause = 4 },
        { "In by a thumb-width, toward the spine.", pause = 3 },
        { "Bend or stretch the knees until it fits.", pause = 3.5, more = true },
      },
      refind = {
        { "The ball low again, by the blade's inner edge.", pause = 3.5 }, { "Lean only as far as is easy.", pause = 1.5 },
      },
      caution = { "Stay light over the ribs.", "Osteoporosis? Skip this place." },
      hold = {
        "A small lean is plenty here.", "Feel the ribs move behind you.", "Chin level, neck long.", "The feet decide how much.",
      },
      again = { "The same low place.", "Once more, by the edge of the blade." },
      done = { { "Come away from the wall.", pause = 2, more = 1 }, { "Float that arm up, and let it sink.", pause = 4, more = 1 } },
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
        { "Lay the {side} hand on the {other} shoulder.", pause = 2.5 },
        { "The blade slides away, and a gap opens.", pause = 2.5, more = true },
        { "The {other} hand hangs the ball behind the {side} shoulder.", pause = 3.5 },
      },
      find = {
        { "Lean on the wall, the ball between blade and spine.", pause = 4 },
        { "It lies in the gap, close along the blade.", pause = 3 },
        { "Tug that elbow back once. The ball feels it. Rest.", pause = 3, more = 3 },
      },
      search = {
        { "Travel down the edge, one ball-width at a time.", pause = 5, more = 1 },
        { "Stop at the place that aches most.", pause = 3 },
      },
      brief = {
        { "Change arms: {side} hand on the {other} shoulder.", pause = 3.5 }, { "Ball in the gap beside the blade.", pause = 3.5 },
        { "Along the edge, to the place that answers.", pause = 3.5, more = true },
      },
      refind = { { "{side} hand on the {other} shoulder again.", pause = 3 }, { "And the ball back in the gap.", pause = 3 } },
      caution = { "Stay off the spine, and off any hard rib." },
      hold = {
        "Let the folded arm be heavy.", "Breathe wide, into the open gap.", "Head easy, jaw easy.", "The legs stand, the back rests.",
      },
      again = { "Into the gap again.", "Once more beside the blade." },
      off = { "Step away from the wall.", "Let the arm come down." },
      done = { { "Step away, and uncross the arm.", pause = 2.5, more = 1 }, { "One slow, wide circle with that shoulder.", pause = 4, more = 1 } },
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
        { "With both hands, bring the balls behind your back.", pause = 4 },
        { "Lean them against the wall, the spine in the gap.", pause = 4 },
      },
      find = {
        { "Begin as high as the lower end of the breastbone.", pause = 3 },
        { "Two finger-widths to each side runs a rope.", pause = 3, more = 1 },
        { "Stand tall, and both ropes firm. Soften again.", pause = 4, more = true },
      },
      search = {
        { "Bend the knees slowly, and the balls climb.", pause = 5 },
        { "As far as between the blades, no higher.", pause = 3, more = 3 },
        { "Wait where the back is stiffest.", pause = 3 },
      },
      brief = {
        { "Back to the wall, balls beside the spine.", pause = 4 },
        { "Ride up the ropes to the stiff place.", pause = 4 },
      },
      refind = { { "Lean on the balls again, spine in the gap.", pause = 3.5 }, { "Up or down a little, to the place.", pause = 3 } },
      caution = {
        "Balls beside the bones, never on them.", "Osteoporosis, or a rib injury? Not this.",
        "Chest pain or breathlessness? Stop, call your emergency number.",
      },
      hold = {
        "Let the back of the ribs go wide.", "Fold the arms, and let them rest.", "The wall is there. Lean as if tired.", "Belly soft, knees soft.",
      },
      again = { "The same two places.", "Back against the balls, once more." },
      off = { "Step forward, off the wall.", "Let the balls go." },
      done = { { "Push off the wall, and stand free.", pause = 2.5, more = 1 } },
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
        { "Wrap the {side} arm round the chest, as if cold.", pause = 3 },
        { "The {other} hand hangs the ball behind the {side} shoulder.", pause = 3.5 },
      },
      find = {
        { "Lean, and feel for the blade's upper corner.", pause = 4 },
        { "Just inside that corner, toward the spine.", pause = 3 },
        { "Breathe in high: it lifts. Breathe out: it sinks.", pause = 5, more = 1 },
      },
      search = {
        { "Turn the chest a little, there and back.", pause = 4, more = true },
        { "Rest where it feels deepest.", pause = 3 },
      },
      brief = {
        { "Now the {side} arm goes round the chest.", pause = 3.5 },
        { "Ball up high, inside the corner of the blade.", pause = 4 },
      },
      refind = { { "{side} arm round the chest once more.", pause = 3 }, { "And the ball high, just inside the blade.", pause = 3 } },
      caution = { "Ribs lie underneath. Use a soft ball only." },
      hold = {
        "Let the breath come up under the ball.", "Only the weight of a lean.", "Warm hand, heavy elbow.", "Let the top ribs drift.",
      },
      again = { "Up high again, the same depth.", "Once more, under the edge." },
      off = { "Step away from the wall.", "Let the arm come down." },
      done = { { "Step off, and let the arm fall open.", pause = 3, more = 1 } },
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
      place = {
        { "Sit with the {side} elbow up on the table.", pause = 2.5 },
        { "Bring the {other} hand across to that side.", pause = 2, more = 1 },
      },
      find = {
        { "Start at the back fold of the armpit.", pause = 3 }, { "Go one hand-width down the side of the back.", pause = 3 },
        { "Gather the thick roll there, with the whole hand.", pause = 3.5 },
        { "Give one small cough. It jumps in the hand.", pause = 3, more = true },
      },
      search = {
        { "Walk the hand down the roll, grip by grip.", pause = 5, more = 1 }, { "Stay where the roll aches.", pause = 3 },
      },
      brief = {
        { "The {side} elbow up, the {other} hand across.", pause = 3.5 },
        { "Gather the roll, a hand-width below the armpit.", pause = 3 },
        { "Grip by grip, to the one that aches.", pause = 4, more = true },
      },
      refind = { { "Elbow up again, the other hand across.", pause = 3 }, { "The thick roll, where it ached.", pause = 2 } },
      caution = { "No weight on the ribs.", "Keep out of the armpit hollow." },
      press = { "On a breath out, lift the roll outward, to a {level}." },
      press_gentle = { "On a breath out, lift the roll, very lightly." },
      sink = { "And out. Lift it away.", "And out. Gather and lift.", "And out. Lift.", "And lift." },
      hold = {
        "Lift it away from the ribs.", "Palm and fingers share the work.", "Let that side breathe, under the hand.", "The table keeps the elbow.",
      },
      again = { "The same grip again.", "Gather it once more." },
      done = { { "Stroke down that side once, with a flat palm.", pause = 4, more = 1 } },
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
      place = {
        { "Set the {side} hand on your hip, elbow out.", pause = 3 }, { "Lay the {other} palm flat on those ribs.", pause = 2.5 },
      },
      find = {
        { "From the armpit, one hand-width down.", pause = 3 },
        { "Reach the {side} hand forward, against the air.", pause = 3, more = true },
        { "Strips rise like fingers. Hand back, and soft.", pause = 3.5, more = true },
      },
      search = {
        { "Let the palm slide once, from the side to the back.", pause = 4, more = 1 },
        { "Find the strip that is tender.", pause = 3.5 },
      },
      brief = {
        { "{side} hand on the hip, the {other} palm on the ribs.", pause = 3.5 },
        { "A hand-width below the armpit, on the tender strip.", pause = 3.5 },
      },
      refind = { { "Hand on the hip, palm on the ribs.", pause = 3 }, { "A hand-width down, on the side.", pause = 2 } },
      caution = {
        "Keep the hand flat on the ribs.", "Stay clear of breast tissue.",
        "Chest pain or breathlessness? Stop, call your emergency number.", "Osteoporosis? Skip this place.",
      },
      press = { "On a breath out, stroke toward the back, at a {level}." },
      press_gentle = { "On a breath out, stroke toward the back, very lightly." },
      hold = {
        "Side to back, about three seconds each.", "The ribs move, the palm follows.", "A broad palm, and slow.", "Lift, come back, and begin anew.",
      },
      again = { "The same strip once more.", "Again, from the side to the back." },
      done = { { "Let both hands rest in the lap.", pause = 3, more = 1 } },
    },
  },
}
