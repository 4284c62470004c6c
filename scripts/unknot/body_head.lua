-- body_head.lua - the sites of the head and face. What an entry holds: see body.lua, which also lists them.

return {
  ["frontalis"] = {
    name = "Forehead muscle",
    latin = "Occipitofrontalis, venter frontalis",
    region = "head",
    side = { "left", "right" },
    find = "Above the middle of one eyebrow, two finger-widths up. Raise the brow to feel it move, then let it go.",
    posture = "Sit, elbows on the table, forehead resting on the fingertips.",
    tools = { "fingers" },
    technique = "circle",
    refers = "Across the same side of the forehead.",
    hold_s = 20, reps = 3, ceiling = 4,
    breath = "calm-46",
    stretch = "brow-release", stretch_s = 15,
    cautions = "Stay on bone above the brow, never in the eye socket. Skip with shingles, sinus infection, recent filler or "
      .. "botulinum injection.",
    advanced = false,
    say = {
      place = { { "Rest both elbows on the table.", pause = 2 }, { "Let the forehead rest on the fingertips.", pause = 2 } },
      find = {
        { "Find the middle of that eyebrow.", pause = 3 }, { "Go two finger-widths up.", pause = 3 },
        { "Raise the brow once. Feel it move, then rest.", pause = 3 },
      },
      brief = {
        { "Fingertips on the {side} side of the forehead.", pause = 2.5 },
        { "Two finger-widths above the middle of the brow.", pause = 3 },
      },
      caution = {
        "Stay on bone, above the brow.", "Never go into the eye socket.",
        "Shingles, sinus infection, recent filler or botulinum? Skip this place.",
      },
    },
  },

  ["corrugator"] = {
    name = "Inner brow",
    latin = "Corrugator supercilii",
    region = "head",
    side = { "left", "right" },
    find = "Inner end of the eyebrow, on the bony ridge. Frown to feel it, then smooth.",
    posture = "Sit, elbow supported, thumb below and finger above the brow hair.",
    tools = { "pinch" },
    technique = "squeeze",
    refers = "Between the brows and over the eye (less well described).",
    hold_s = 10, reps = 3, ceiling = 3,
    breath = "calm-46",
    stretch = "brow-release", stretch_s = 15,
    cautions = "Lift the skin, do not press toward the eye. Glaucoma or eye surgery: skip.",
    advanced = false,
    say = {
      place = { { "Sit with your elbow supported.", pause = 2 }, { "Thumb below the brow hair, finger above.", pause = 2 } },
      find = {
        { "Find the inner end of that eyebrow.", pause = 3 }, { "Feel the bony ridge under it.", pause = 3 },
        { "Frown once to feel it, then smooth.", pause = 3 },
      },
      search = { { "Stay where it is most tender.", pause = 3 } },
      brief = { { "Thumb and finger at the {side} eyebrow.", pause = 2.5 }, { "Its inner end, on the bony ridge.", pause = 3 } },
      caution = { "Lift the skin, never press toward the eye.", "Glaucoma, or an eye operation? Skip this place." },
    },
  },

  ["temporalis"] = {
    name = "Temple muscle",
    latin = "Temporalis",
    region = "head",
    side = { "left", "right" },
    find = "From the outer corner of the eye go two finger-widths back and one up. Bite lightly once: it bulges. Then let "
      .. "the teeth part.",
    posture = "Sit, elbows on the table, jaw hanging loose.",
    tools = { "fingers", "knuckles" },
    technique = "circle",
    refers = "Temple, brow, upper teeth.",
    hold_s = 20, reps = 3, ceiling = 4,
    breath = "calm-46",
    stretch = "jaw-open-tongue-up", stretch_s = 25,
    cautions = "Feel a pulse: move off. New temple ache after 50 with sore scalp, pain on chewing or vision change: stop, "
      .. "urgent care.",
    advanced = false,
    say = {
      place = { { "Rest both elbows on the table.", pause = 2 }, { "Let the jaw hang loose.", pause = 2 } },
      find = {
        { "Start at the outer corner of that eye.", pause = 3 }, { "Go two finger-widths back, and one up.", pause = 3 },
        { "Bite lightly once. Feel it bulge.", pause = 3 }, { "Let the teeth part.", pause = 3 },
      },
      brief = {
        { "Fingers behind the corner of the {side} eye.", pause = 2.5 }, { "Two finger-widths back, and one up.", pause = 3 },
      },
      caution = {
        "Feel a pulse? Move off it.", "Over fifty, a new temple ache and a sore scalp?",
        "Or with pain on chewing, or changed vision?", "Then stop, and get urgent care.",
      },
    },
  },

  ["masseter"] = {
    name = "Chewing muscle",
    latin = "Masseter",
    region = "jaw",
    side = { "left", "right" },
    find = "Between the cheekbone and the corner of the jaw. Bite lightly once: a firm pad rises. Stay on its front and "
      .. "lower half. Let the teeth part.",
    posture = "Sit, head supported on the hands, lips closed, teeth apart.",
    tools = { "fingers", "knuckles" },
    technique = "press",
    refers = "Jaw, back teeth above or below, cheek, ear, above the eyebrow.",
    hold_s = 20, reps = 3, ceiling = 4,
    breath = "calm-46",
    stretch = "jaw-open-tongue-up", stretch_s = 25,
    cautions = "Stay off the soft spot in front of the ear and the gland by the ear lobe. Tooth infection, jaw surgery, "
      .. "locked jaw: dentist first. Jaw pain on effort: emergency list.",
    advanced = false,
    say = {
      place = { { "Rest your head on your hands.", pause = 2 }, { "Lips closed, teeth apart.", pause = 2 } },
      find = {
        { "Between the cheekbone and the corner of the jaw.", pause = 3 }, { "Bite lightly once. A firm pad rises.", pause = 3 },
        { "Let the teeth part.", pause = 3 }, { "Stay on its front and lower half.", pause = 3 },
      },
      brief = {
        { "Fingers on the {side} side of the jaw.", pause = 2.5 }, { "The firm pad, its front and lower half.", pause = 3 },
      },
      caution = {
        "Stay off the soft spot in front of the ear.", "And off the gland by the ear lobe.",
        "Tooth infection, jaw operation, locked jaw? See a dentist first.",
        "Jaw pain on effort? Stop, call your emergency number.",
      },
    },
  },

  ["occipitalis"] = {
    name = "Back-of-head muscle",
    latin = "Occipitofrontalis, venter occipitalis",
    region = "head",
    side = { "left", "right" },
    find = "On the skull, a hand-width above the neck hairline and two finger-widths from the midline.",
    posture = "Lie on the back, head on a folded towel, fingertips under the skull, or sit and reach back.",
    tools = { "fingers", "ball-soft" },
    technique = "circle",
    refers = "Back and top of the head, behind the eye.",
    hold_s = 20, reps = 2, ceiling = 4,
    breath = "calm-46",
    stretch = "brow-release", stretch_s = 15,
    cautions = "Scalp tenderness with fever or vision change: stop.",
    advanced = false,
    say = {
      place = {
        { "Lie on your back, head on a folded towel.", pause = 4 }, { "Slide the fingertips under the skull.", pause = 2 },
      },
      find = {
        { "Find the hairline at the back of the neck.", pause = 3 }, { "Go a hand-width up, onto the skull.", pause = 3 },
        { "Two finger-widths out from the middle.", pause = 3 },
      },
      brief = {
        { "Fingertips under the {side} side of the skull.", pause = 2.5 },
        { "A hand-width above the hairline of the neck.", pause = 3 },
      },
      caution = { "Tender scalp with fever, or a change of vision? Stop." },
    },
  },
}
