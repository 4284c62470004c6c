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
      place = { { "Sit, with that arm resting.", pause = 2 } },
      find = {
        { "Find the middle of the collarbone.", pause = 3 }, { "Go three finger-widths below it.", pause = 3 },
        { "Or take the front fold of the armpit.", pause = 3 },
      },
      brief = {
        { "Let the {side} arm rest.", pause = 2.5 }, { "Three finger-widths below the middle of the collarbone.", pause = 3 },
      },
      caution = {
        "Chest pain? It is the heart until shown otherwise.", "Ask a doctor first.",
        "Stay off breast tissue and the breastbone.", "Stay off a pacemaker, a port or an implant.",
      },
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
      place = { { "Sit, with the {side} hand on your belly.", pause = 2 } },
      find = {
        { "Find the bony beak at the front of the shoulder.", pause = 3 },
        { "It lies below the outer end of the collarbone.", pause = 3 },
        { "Go three finger-widths down and inward.", pause = 3 }, { "Lay the fingers flat there.", pause = 3 },
      },
      brief = {
        { "{side} hand on the belly, {other} fingers flat.", pause = 2.5 },
        { "Three finger-widths in and down from the beak.", pause = 3 },
      },
      caution = {
        "Nerves and an artery pass under its outer end.", "Flat and light, never toward the armpit.",
        "Tingling or a pulse? Stop.",
      },
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
      place = { { "Lie on your back.", pause = 4 }, { "Use two fingertips, only their own weight.", pause = 2 } },
      find = { { "Find the inner half of the collarbone.", pause = 3 }, { "Go just under it.", pause = 3 } },
      search = { { "Stay where it is most tender.", pause = 3 } },
      brief = {
        { "Two fingertips at the {side} collarbone.", pause = 2.5 }, { "Just under its inner half.", pause = 2.5 },
        { "Only the weight of the fingertips.", pause = 3 },
      },
      caution = { "Never behind or above the collarbone.", "A port, or a recent line there? Not this." },
    },
  },
}
