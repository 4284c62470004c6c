-- body_hand.lua - the sites of the hand. What an entry holds: see body.lua, which also lists them.

return {
  ["thumb-pad"] = {
    name = "Thumb ball",
    latin = "Opponens et adductor pollicis",
    region = "hand",
    side = { "left", "right" },
    find = "Fleshy ball at the base of the thumb; and the web between thumb and index finger.",
    posture = "Hand on the table, palm up; other thumb presses, or pinch the web.",
    tools = { "thumb", "pinch", "ball-soft" },
    technique = "press",
    refers = "Thumb and thumb side of the wrist.",
    hold_s = 20, reps = 3, ceiling = 5,
    breath = "calm-46",
    stretch = "thumb-web-open", stretch_s = 15,
    cautions = "Thumb joint flare: skip. Pregnancy: leave the web out.",
    advanced = false,
    say = {
      place = {
        { "Lay that hand down, palm up.", pause = 1.5 }, { "Its fingers are a little curled.", pause = 1, more = true },
      },
      find = {
        { "Feel for the thumb's lowest bone, near the wrist.", pause = 3 },
        { "From the bone, go into the fleshy ball.", pause = 3 },
        { "Or take the web beside it, between thumb and finger.", pause = 2, more = 3 },
      },
      search = {
        { "Touch thumb to little finger. It firms. Rest.", pause = 2.5, more = 1 },
        { "Search the pad in small, slow circles.", pause = 4, more = true },
        { "Settle where it is most tender.", pause = 2 },
      },
      brief = {
        { "That hand down, palm up.", pause = 2 }, { "Thumb into the fleshy ball.", pause = 2.5 },
        { "Circle slowly, to the tender place.", pause = 3, more = true },
      },
      refind = { { "Hand down again, palm up.", pause = 1.5 }, { "Back into the thumb's pad.", pause = 1 } },
      caution = { "A flare of the thumb joint? Skip this place.", "Pregnant? Leave out the web of the thumb." },
      hold = {
        "Let the palm lie like an open bowl.", "Back the pressing thumb with a soft fist.", "Arm weight, straight thumb.",
        "Let the fingertips go quiet.",
      },
      done = {
        { "Circle that thumb, wide and slow.", "Draw slow circles with that thumb.", pause = 3.5, more = 1 },
      },
      off = { "Lift the thumb away.", "Rest both hands." },
    },
  },

  ["hand-interossei"] = {
    name = "Between the hand bones",
    latin = "Mm. interossei manus",
    region = "hand",
    side = { "left", "right" },
    find = "Back of the hand, in the gaps between the long bones; the first gap, beside the index finger, is the largest.",
    posture = "Hand on the thigh, tip of the other index finger.",
    tools = { "fingers" },
    technique = "stroke",
    refers = "Side of the neighbouring finger.",
    hold_s = 15, reps = 2, ceiling = 4,
    breath = "calm-46",
    stretch = "finger-spread", stretch_s = 25,
    cautions = "Veins and tendons: slide around them.",
    advanced = false,
    say = {
      place = {
        { "Rest that hand on your thigh, palm down.", pause = 2 },
        { "Use the tip of the free index finger.", pause = 1, more = 1 },
      },
      find = {
        { "Touch the knuckle of the resting index finger.", pause = 3 },
        { "On its thumb side begins the widest gap.", pause = 2 },
        { "Slide a little toward the wrist, beside the bone.", pause = 3 },
      },
      search = {
        { "Spread the fingers once. It fills. Let it sink.", pause = 2.5, more = 1 },
        { "Let the fingertip sink in between the bones.", pause = 2 },
      },
      brief = { { "Hand on the thigh, palm down.", pause = 2 }, { "The wide gap, beside the index finger.", pause = 3 } },
      refind = { { "Palm on the thigh again.", pause = 1.5 }, { "Into the gap where you were.", pause = 1 } },
      caution = { "Slide around the veins and tendons.", "Pregnant? Begin at the next gap." },
      sink = { "And along.", "Slowly along.", "Along again." },
      hold = {
        "Line by line, unhurried.", "A fingertip of weight is plenty.", "The thigh carries that hand.", "Slow, then slower.",
      },
      again = { "On to the next gap.", "One gap further, toward the little finger.", "The neighbouring gap now." },
      leave = { "Now the gap beside the little finger." },
      done = { { "Smooth that hand with the flat of the other.", pause = 3.5, more = 1 } },
      off = { "Lift away slowly.", "Rest the hand." },
    },
  },
}
