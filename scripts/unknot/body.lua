-- body.lua - the sites of the body, by id. The facts of a site come first, what is spoken of it in `say`.
--
-- side       { "left", "right" }, or "mid": one placement for both sides
-- find       where it is, bones first; spoken when `say.find` is missing
-- ceiling    the highest rating anything may ask for here; a ceiling of 4 or less is worked one below it
-- hold_s, reps, stretch_s   standard mode, one side; the stretch follows the site
-- advanced   off unless the listener has asked for such sites; never in gentle mode
--
-- say.place    get the muscle slack          say.press    how the pressure goes in, on an out-breath
-- say.find     the landmark, by touch        say.hold     soft reminders during a hold
-- say.search   across the fibres             say.again    into the next hold
-- say.brief    all three, the second time    say.release  the pressure goes
-- say.caution  before the first press        say.off      leaving at once
-- say.done     after the last hold             say.easier   less pressure, in the middle of a hold
-- say.refind   back to the spot after a long pause
-- In spoken lines {side} and {other} stand for left and right. An entry { "text", more = true } is left out when time is short;
-- (true: as written; a number from 1 to 4: from that length on); `pause` is the quiet after it. {level} is the aim, in words.

return {
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
}
