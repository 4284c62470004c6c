-- body_chest.lua - the sites of the chest. What an entry holds: see body.lua, which also lists them.

return {
  ["pectoralis-major"] = {
    name = "Big chest muscle",
    latin = "Pectoralis major",
    region = "chest",
    side = { "left", "right" },
    find = "Two places: three finger-widths below the middle of the collarbone; and the front fold of the armpit, between "
      .. "thumb and fingers.",
    posture = "Sit, arm resting; or stand facing a door edge or wall corner with a soft ball.",
    tools = { "fingers", "pinch", "ball-soft" },
    technique = "press",
    refers = "Chest, front of the shoulder, inner arm to ring and little finger.",
    hold_s = 25, reps = 2, ceiling = 5,
    breath = "calm-46",
    stretch = "doorway-high", stretch_s = 20,
    cautions = "Chest pain is the heart until shown otherwise: ask first. Off breast tissue, pacemaker, port, implant, "
      .. "breastbone.",
    advanced = false,
    say = {
      place = {
        { "Let the {side} arm hang, or lie in your lap.", pause = 2 },
        { "Bring the {other} hand across, fingers together.", pause = 2 },
      },
      find = {
        { "Find the middle of the collarbone.", pause = 3 },
        { "Three finger-widths down, onto the flat of the chest.", pause = 3 },
        { "Press that palm to your thigh. It firms. Rest.", pause = 3, more = 1 },
      },
      search = {
        { "Try the front fold of the armpit, too.", pause = 4, more = true },
        { "Keep the more tender of the two.", pause = 2.5, more = true },
        { "Stay where it is tender.", pause = 2.5, less = 2 },
      },
      brief = {
        { "Let the {side} arm hang loose, and reach across.", pause = 3 },
        { "Three finger-widths below the middle of the collarbone.", pause = 3 },
      },
      refind = { { "Reach across to the chest again.", pause = 2 }, { "Below the collarbone, where it was tender.", pause = 1.5 } },
      caution = {
        "Chest pain? It is the heart until shown otherwise.", "Ask a doctor first.",
        "Stay off breast tissue and the breastbone.", "Stay off a pacemaker, a port or an implant.",
      },
      hold = { "Let that shoulder fall back.", "Wide between the collarbones.", "Let the ribs lift the fingers, and lower them.", "The hanging arm, a little longer." },
      again = { "The same hand-breadth of chest.", "Once more, same place." },
      done = { { "Hand away. Let the arm swing a little.", "Come away, and let the arm swing.", pause = 3, more = 1 } },
    },
  },

  ["pectoralis-minor"] = {
    name = "Small chest muscle",
    latin = "Pectoralis minor",
    region = "chest",
    side = { "left", "right" },
    find = "Bony beak at the front of the shoulder, below the outer collarbone; go three finger-widths down and inward.",
    posture = "Lie or sit, hand of that side on the belly, flat fingers of the other.",
    tools = { "fingers" },
    technique = "press",
    refers = "Front of the shoulder, chest, inner arm, fingers three to five.",
    hold_s = 15, reps = 2, ceiling = 4,
    breath = "soft-34",
    stretch = "doorway-high", stretch_s = 20,
    cautions = "Nerves and artery pass under its outer end: flat, light, never toward the armpit; tingling or pulse: stop.",
    advanced = false,
    say = {
      place = {
        { "Lay the {side} hand on your belly.", pause = 2 },
        { "Come to that shoulder with the {other} hand.", pause = 2 },
      },
      find = {
        { "In front, under the outer collarbone, is a bony beak.", pause = 4 },
        { "From it, three finger-widths down and inward.", pause = 3 },
        { "Lay the fingers flat there, pads only.", pause = 2 },
        { "Tip the shoulder forward: it firms. Let it fall back.", pause = 3, more = 1 },
      },
      search = {
        { "Drift inward, slow and flat.", pause = 4, more = true },
        { "Wait where it is tender.", pause = 2.5 },
      },
      brief = {
        { "{side} hand on the belly, {other} fingers flat.", pause = 3 },
        { "From the beak, three finger-widths in and down.", pause = 3 },
      },
      refind = { { "Flat fingers to the front of that shoulder.", pause = 2 }, { "In and down from the beak.", pause = 1.5 } },
      caution = {
        "Nerves and an artery pass under its outer end.", "Flat and light, never toward the armpit.",
        "Tingling or a pulse? Stop.",
      },
      press = { "On a breath out, let the fingers sink to a {level}." },
      press_gentle = { "On a breath out, let the fingers lie there." },
      sink = { "And out. Let them sink.", "And sink in.", "Out, and rest in.", "And out. Softly." },
      hold = { "Let the shoulder fall open.", "The belly rises under your hand.", "Flat, like a leaf on water.", "Small breaths, low down." },
      done = { { "Lift the fingers. Let the chest spread.", "Take the hand away, and feel the chest spread.", pause = 3, more = 1 } },
    },
  },

  ["subclavius"] = {
    name = "Under-collarbone strip",
    latin = "Subclavius",
    region = "chest",
    side = { "left", "right" },
    find = "Just under the inner half of the collarbone.",
    posture = "Lie, two fingertips, resting weight only.",
    tools = { "fingers" },
    technique = "stroke",
    refers = "Front of the arm, thumb side of the forearm.",
    hold_s = 10, reps = 2, ceiling = 3,
    breath = "soft-34",
    stretch = "doorway-low", stretch_s = 20,
    cautions = "Never behind or above the collarbone. Not with a port or recent line.",
    advanced = false,
    say = {
      place = {
        { "Lie on your back, arms wherever they rest.", pause = 5 },
        { "Two fingertips of the {other} hand, almost weightless.", pause = 2 },
      },
      find = {
        { "Find the collarbone where it meets the breastbone.", pause = 3 },
        { "Move along its lower edge, the inner half.", pause = 3 },
        { "The fingertips fit just underneath.", pause = 3 },
      },
      search = {
        { "Slide the shoulder toward your feet, and let go.", pause = 3, more = 3 },
        { "Choose the tender inch of it.", pause = 3 },
      },
      brief = {
        { "{other} fingertips under the {side} collarbone.", pause = 3 },
        { "Its inner half, and no weight at all.", pause = 3 },
      },
      refind = { { "Two fingertips to the collarbone again.", pause = 2 }, { "Under its inner half, lightly.", pause = 1.5 } },
      caution = { "Never behind or above the collarbone.", "A port, or a recent line there? Not this." },
      press = { "On a breath out, glide outward, at a {level}." },
      press_gentle = { "On a breath out, glide outward, skin only." },
      sink = { "And glide.", "And out. Glide.", "And outward.", "And slowly." },
      hold = { "Let the bone show the way.", "From the middle, outward." },
      release = { "Let it fade.", "Lift away.", "And off." },
      done = { { "Hands down. Breathe up under the collarbones.", pause = 4, more = 1 } },
    },
  },
}
