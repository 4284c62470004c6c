-- body_neck.lua - the sites of the neck. What an entry holds: see body.lua, which also lists them.

return {
  ["suboccipitals"] = {
    name = "Skull-base muscles",
    latin = "Mm. suboccipitales",
    region = "neck",
    side = "mid",
    find = "Soft hollow just under the ridge of the skull, two finger-widths to each side of the midline. "
      .. "Nod a tiny yes: it firms. Then rest.",
    posture = "Lie on the back, knees bent, peanut or fingertips under the ridge, head heavy.",
    tools = { "peanut", "fingers" },
    technique = "melt",
    refers = "A band from the back of the head to temple and eye.",
    hold_s = 30, reps = 3, ceiling = 4,
    breath = "calm-46",
    stretch = "chin-tuck-nod", stretch_s = 15,
    cautions = "Contact is under the skull, not on the neck bones. Do not tip the head far back. Stop with dizziness, double vision, "
      .. "sickness, numb face. Skip after recent whiplash, with rheumatoid neck, very loose joints.",
    advanced = false,
    say = {
      place = {
        { "Lie on your back with the knees bent.", pause = 3 },
        { "Hold the balls, or use your fingertips.", pause = 1.5, more = true },
      },
      find = {
        { "Feel for the ridge at the back of your skull.", pause = 3 },
        { "Just under it are two soft hollows.", pause = 2 },
        { "Two finger-widths to each side of the middle.", pause = 2 },
        { "Set one ball, or your fingertips, in each.", pause = 4 },
      },
      search = {
        { "Nod a tiny yes. It firms. Now rest.", pause = 3 },
        { "Roll the head a little, side to side.", pause = 3.5, more = true },
        { "Stay where it is most tender.", pause = 3 },
      },
      brief = { { "Find the two soft hollows again.", pause = 3.5 }, { "Rest there, under the ridge.", pause = 3 } },
      refind = { { "Find the two soft hollows again.", pause = 2 }, { "Let the head rest there, lightly.", pause = 1 } },
      caution = {
        "Stay under the skull, off the neck bones.", "Keep the face level, chin a little down.",
        "Dizzy, sick, or seeing double? Stop at once.",
      },
      press = { "On a breath out, let the head sink to a {level}." },
      press_gentle = { "On a breath out, let the head rest there lightly." },
      easier = { "Lighter now. Slide off the place a little.", "Lighter again. Slide off a little more." },
      sink = { "And out. Let the head sink.", "And out. Heavy again.", "And out. Let it rest.", "And sink." },
      hold = {
        "Soft jaw, soft eyes.", "Let the floor hold the head.", "Small, slow breaths are fine.", "Let the forehead go smooth.",
        "Let the back of the neck be long.",
      },
      again = { "Same two places, once more.", "Rest there once again.", "Stay with those two places." },
      release = { "Take the weight off slowly.", "Lighten the head, slowly.", "And slowly ease off." },
      off = { "Lift your head a little, slowly.", "Slide the balls or fingers away." },
      done = {
        { "Lift the head a little.", pause = 1 }, { "Slide the balls or fingers away.", pause = 2 },
        { "Let the head rest on the floor.", pause = 3 },
      },
    },
  },

  ["splenius-capitis"] = {
    name = "Strap behind the ear",
    latin = "Splenius capitis",
    region = "neck",
    side = { "left", "right" },
    find = "Bony bump behind the ear; go two finger-widths back and down, into the strap between bump and neck bones.",
    posture = "Sit leaning back or lie; opposite hand reaches round, fingers flat.",
    tools = { "fingers", "cane" },
    technique = "press",
    refers = "Top of the head.",
    hold_s = 20, reps = 3, ceiling = 4,
    breath = "calm-46",
    stretch = "nose-to-armpit", stretch_s = 20,
    cautions = "Stay behind the ear line. Feel a pulse: move back.",
    advanced = false,
    say = {
      place = { { "Sit and lean back.", pause = 2 }, { "Reach round with the {other} hand, fingers flat.", pause = 2 } },
      find = {
        { "Find the bony bump behind that ear.", pause = 3 }, { "Go two finger-widths back and down.", pause = 3 },
        { "Feel the strap between bump and neck bones.", pause = 3 },
      },
      brief = {
        { "{other} hand behind the {side} ear.", pause = 2.5 }, { "Two finger-widths back and down from the bump.", pause = 3 },
      },
      caution = { "Stay behind the line of the ear.", "Feel a pulse? Move back." },
    },
  },

  ["neck-posterior"] = {
    name = "Back-of-neck columns",
    latin = "Semispinalis, splenius cervicis, multifidi cervicis",
    region = "neck",
    side = { "left", "right" },
    find = "Halfway between skull and shoulders, one thumb-width from the midline, in the soft column beside the bones.",
    posture = "Sit with the back of the head supported, or lie; curl the fingers round from behind.",
    tools = { "fingers", "cane" },
    technique = "stroke",
    refers = "Base of the skull, back of the neck, temple band, top of the shoulder.",
    hold_s = 20, reps = 3, ceiling = 4,
    breath = "calm-46",
    stretch = "chin-tuck-nod", stretch_s = 15,
    cautions = "Muscle only, never on the bones. Arm tingling or dizziness: stop.",
    advanced = false,
    say = {
      place = {
        { "Sit with the back of your head supported.", pause = 2 }, { "Curl the fingers round from behind.", pause = 2 },
      },
      find = {
        { "Halfway between the skull and the shoulders.", pause = 3 }, { "One thumb-width from the midline.", pause = 3 },
        { "Feel the soft column beside the bones.", pause = 3 },
      },
      brief = {
        { "Fingers round the {side} of the neck, from behind.", pause = 2.5 },
        { "The soft column beside the bones.", pause = 3 },
      },
      caution = { "Stay on muscle, never on the bones.", "Arm tingling, or dizzy? Stop." },
    },
  },

  ["levator-scapulae"] = {
    name = "Shoulder-blade lifter",
    latin = "Levator scapulae",
    region = "neck-shoulder",
    side = { "left", "right" },
    find = "Reach over to the upper inner corner of the shoulder blade; press just above and inside it. A small shrug makes "
      .. "it firm, then drop the shoulder.",
    posture = "Sit, arm of the worked side in the lap; or back to the wall, ball on the corner.",
    tools = { "fingers", "cane", "ball-soft" },
    technique = "press",
    refers = "Angle of neck and shoulder, inner edge of the blade; turning the head is stiff.",
    hold_s = 30, reps = 3, ceiling = 6,
    breath = "calm-46",
    stretch = "nose-to-armpit", stretch_s = 20,
    cautions = "Press down toward the blade, not forward into the neck.",
    advanced = false,
    say = {
      place = { { "Sit, with the {side} arm in your lap.", pause = 2 }, { "Reach over with the {other} hand.", pause = 2 } },
      find = {
        { "Find the upper inner corner of the shoulder blade.", pause = 3 }, { "Go just above and inside it.", pause = 3 },
        { "Shrug a little. It firms. Drop the shoulder.", pause = 3 },
      },
      brief = {
        { "{side} arm in the lap, {other} hand over.", pause = 2.5 }, { "Just above the inner corner of the blade.", pause = 3 },
      },
      caution = { "Press down toward the blade, never forward into the neck." },
    },
  },

  ["upper-trapezius"] = {
    name = "Top-of-shoulder muscle",
    latin = "Trapezius, pars descendens",
    region = "neck-shoulder",
    side = { "left", "right" },
    find = "Halfway between neck and shoulder point, the roll on top. Lift it between thumb and fingers.",
    posture = "Sit, elbow of the worked side resting on a table or cushion so the shoulder hangs.",
    tools = { "pinch", "cane", "ball-soft" },
    technique = "squeeze",
    refers = "Side of the neck to behind the ear, temple, corner of the jaw.",
    hold_s = 30, reps = 3, ceiling = 6,
    breath = "calm-46",
    stretch = "neck-side-tilt", stretch_s = 20,
    cautions = "Squeeze the roll only; keep out of the hollow above the collarbone (artery, nerves, top of the lung).",
    advanced = false,
    say = {
      place = { { "Rest that elbow on the table.", pause = 1.5 }, { "Let the shoulder hang.", pause = 1, more = 1 } },
      find = {
        { "Reach across to the roll, halfway to the shoulder tip.", pause = 2, less = 1 },
        { "Reach across, halfway from neck to shoulder tip.", pause = 2, more = 1 },
        { "Take the roll, thumb in front, fingers behind.", pause = 1.5, more = 1 },
      },
      search = {
        { "Shrug once. Feel it firm up, then rest.", pause = 2, more = 3 },
        { "Slide slowly along it.", pause = 3, more = 1 },
        { "Stay where it is most tender.", pause = 3 },
      },
      brief = {
        { "Rest the {side} elbow too.", pause = 1.5 },
        { "Lift the roll, halfway along.", pause = 2 },
        { "Look for the tender place here too.", pause = 3, more = true },
      },
      refind = { { "That elbow on the table again.", pause = 1.5 }, { "Lift the roll, where it was tender.", pause = 1 } },
      caution = { "Keep out of the hollow above the collarbone." },
      sink = { "And out. Squeeze slowly.", "And out. In you go.", "And out. Close the fingers.", "And squeeze." },
      hold = {
        "Soft jaw, loose working hand.", "Let the hand be heavy, not hard.", "Let that elbow carry the arm.",
        "A long, easy breath out.", "Feel the shoulder hang.",
      },
      again = { "Same place, once more.", "Once again, same roll.", "Stay with that place." },
      release = { "Open the fingers slowly.", "Ease off, slowly.", "And slowly let go." },
      off = { "Let go slowly.", "Rest both hands." },
      done = { { "Roll that shoulder once.", pause = 2, more = 1 } },
    },
  },

  ["sternocleidomastoid"] = {
    name = "Front neck strap",
    latin = "Sternocleidomastoideus",
    region = "neck",
    side = { "left", "right" },
    find = "Turn the head to the other side: the strap from behind the ear to the breastbone stands out. Turn back, tilt "
      .. "slightly toward it so it slackens, lift it between thumb and bent finger, upper half only.",
    posture = "Lie on the back or sit supported.",
    tools = { "pinch" },
    technique = "squeeze",
    refers = "Forehead, around the eye, cheek, deep ear, top of the head; sometimes light-headedness.",
    hold_s = 8, reps = 3, ceiling = 3,
    breath = "natural",
    stretch = "front-neck-lengthen", stretch_s = 12,
    cautions = "Lift, never push inward. Feel a pulse: let go. One side at a time, never both. Not with artery disease, "
      .. "stroke history, high blood pressure, fainting, thyroid swelling, blood thinners, age over 65. Stop if faint.",
    advanced = true,
    say = {
      place = { { "Lie on your back.", pause = 4 } },
      find = {
        { "Turn the head to the {other} side.", pause = 3 }, { "A strap stands out, ear to breastbone.", pause = 3 },
        { "Turn back, and tilt slightly toward it.", pause = 3 },
        { "Lift it with thumb and bent finger, upper half only.", pause = 3 },
      },
      search = { { "Stay where it is most tender.", pause = 3 } },
      brief = { { "Tilt slightly to the {side}.", pause = 2.5 }, { "Lift the strap, upper half only.", pause = 3 } },
      caution = {
        "Lift it, never push inward.", "Feel a pulse? Let go.", "One side at a time, never both.",
        "Artery disease, a stroke, high blood pressure? Not this.", "Fainting, thyroid swelling, blood thinners? Not this.",
        "Over sixty-five? Not this.", "Feeling faint? Stop at once.",
      },
    },
  },

  ["scalenes"] = {
    name = "Side-of-neck muscles",
    latin = "Mm. scaleni",
    region = "neck",
    side = { "left", "right" },
    find = "Side of the neck behind the front strap, above the collarbone hollow. Flat fingers, no point.",
    posture = "Lie on the back, head turned slightly away, flat fingers of the opposite hand.",
    tools = { "fingers" },
    technique = "stroke",
    refers = "Chest, inner edge of the blade, outer arm, thumb and index finger.",
    hold_s = 5, reps = 6, ceiling = 3,
    breath = "soft-34",
    stretch = "neck-side-tilt", stretch_s = 15,
    cautions = "Strokes of skin depth only, backward. Nerves and artery lie here: pulse or arm tingling means stop. Arm "
      .. "numbness, thoracic outlet trouble: do not use. Prefer the stretch.",
    advanced = true,
    say = {
      place = { { "Lie on your back.", pause = 4 }, { "Turn the head slightly away.", pause = 2 } },
      find = {
        { "Lay the {other} fingers flat, no point.", pause = 3 }, { "Behind the front strap of the neck.", pause = 3 },
        { "Above the hollow of the collarbone.", pause = 3 },
      },
      search = { { "Stay where it is most tender.", pause = 3 } },
      brief = {
        { "{other} fingers flat on the side of the neck.", pause = 2.5 },
        { "Behind the strap, above the collarbone hollow.", pause = 3 },
      },
      caution = {
        "Only skin deep, and only backward.", "Nerves and an artery lie here.", "A pulse, or arm tingling? Stop.",
        "Arm numbness, or thoracic outlet trouble? Not this.", "The stretch is the better choice.",
      },
    },
  },
}
