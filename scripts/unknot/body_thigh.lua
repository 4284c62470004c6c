-- body_thigh.lua - the sites of the thigh. What an entry holds: see body.lua, which also lists them.

return {
  ["rectus-femoris"] = {
    name = "Middle front thigh",
    latin = "Rectus femoris, vastus intermedius",
    region = "thigh",
    side = { "left", "right" },
    find = "Front of the thigh, from a hand-width below the front hip point down to a hand-width above the kneecap; often "
      .. "tender high up and in the middle.",
    posture = "Sit and use a stick or knuckles; or lie face down on a roller, forearms on the floor.",
    tools = { "stick", "roller", "knuckles" },
    technique = "roll",
    refers = "Front and deep inside the knee, front thigh.",
    hold_s = 30, reps = 2, ceiling = 6,
    breath = "calm-46",
    stretch = "standing-quad", stretch_s = 25,
    cautions = "Not over the groin or kneecap.",
    advanced = false,
    say = {
      place = {
        { "Sit at the front of the chair, both feet down.", pause = 3 },
        { "The stick in both hands, or your knuckles.", pause = 2 },
      },
      find = {
        { "Begin a hand-width below the front point of the hip.", pause = 3 },
        { "End a hand-width above the kneecap.", pause = 3 },
        { "Straighten the knee a little. The front firms. Let it drop.", pause = 3.5, more = 2 },
      },
      search = {
        { "Roll down once and up once, very slowly.", pause = 6 },
        { "Notice where it is tender: often high up, or halfway.", pause = 2.5 },
      },
      brief = {
        { "Stick across the {side} thigh.", pause = 2.5 }, { "Down once, up once. Where is it tender here?", pause = 5 },
      },
      refind = { { "Stick across the front of that thigh.", pause = 2 }, { "Back to the tender part.", pause = 1 } },
      caution = { "Never over the groin or the kneecap." },
      sink = { "And out. Roll slowly.", "And out. Down the thigh.", "Out, and roll.", "And along." },
      hold = {
        "Slower over the tender part.", "Let the chair carry the thigh.", "Shoulders low, elbows loose.",
        "Let the stick bring the weight.",
      },
      done = {
        { "Let the lower leg swing a few times.", "Swing that foot under the chair, and forward.", pause = 4, more = 1 },
      },
    },
  },

  ["vastus-lateralis"] = {
    name = "Outer thigh",
    latin = "Vastus lateralis",
    region = "thigh",
    side = { "left", "right" },
    find = "Outer front thigh between hip bump and outer kneecap; several spots, just in front of the side seam.",
    posture = "Stick while seated, ball at the wall, or side-front lying on a roller with the top foot in front.",
    tools = { "stick", "ball-soft", "roller" },
    technique = "roll",
    refers = "Outer thigh, outside of the kneecap.",
    hold_s = 30, reps = 3, ceiling = 6,
    breath = "calm-46",
    stretch = "standing-quad", stretch_s = 25,
    cautions = "In front of the side band, not hard on it; not on the hip bump.",
    advanced = false,
    say = {
      place = {
        { "Sit, and let that knee lean in toward the other.", pause = 3 },
        { "The outer thigh faces up. Stick in both hands.", pause = 2.5 },
      },
      find = {
        { "Feel the hip bump, then the outer edge of the kneecap.", pause = 4 },
        { "Between them runs the side seam. Stay in front of it.", pause = 3 },
        { "Press the foot down, and feel it swell. Rest.", pause = 3.5, more = 2 },
      },
      search = {
        { "Roll in short lengths, from the knee upward.", pause = 5 },
        { "There may be several tender places. Choose one.", pause = 2.5 },
      },
      brief = {
        { "{side} knee leaning in, stick before the seam.", pause = 3.5 },
        { "Work upward, until one place stands out.", pause = 4 },
      },
      refind = { { "Stick in front of the side seam again.", pause = 2 }, { "Back to the place you chose.", pause = 1 } },
      caution = { "Stay in front of the side band, not hard on it.", "Never on the hip bump." },
      sink = { "And out. Up toward the hip.", "And out. Slow and short.", "Out, and roll up.", "And a little way." },
      hold = {
        "Short, slow rolls around that place.", "Let the stick be heavy, the hands light.", "Let the knee go on leaning.",
        "Long breath, loose elbows.",
      },
      again = { "The same hand-width, once more.", "Once again, around that place.", "Stay with that place." },
      done = {
        { "Knee upright. Brush the thigh with flat hands.", "Put the stick down, and shake the thigh.", pause = 4, more = 1 },
      },
    },
  },

  ["vastus-medialis"] = {
    name = "Inner knee teardrop",
    latin = "Vastus medialis",
    region = "thigh",
    side = { "left", "right" },
    find = "Inner front thigh, a hand-width above the kneecap; tighten the knee: a teardrop rises. Relax.",
    posture = "Sit, leg straight on a chair or the floor; thumbs, knuckles or ball in the hand.",
    tools = { "thumb", "knuckles", "stick" },
    technique = "press",
    refers = "Inner and front of the knee; the knee may feel weak.",
    hold_s = 25, reps = 2, ceiling = 5,
    breath = "calm-46",
    stretch = "standing-quad", stretch_s = 25,
    cautions = "Stay on the front; the inner channel holds an artery. Knee giving way or swelling: clinician.",
    advanced = false,
    say = {
      place = {
        { "Rest that leg straight, on a chair or the floor.", pause = 4 },
        { "Let the heel be heavy, the kneecap loose.", pause = 2, more = 1 },
      },
      find = {
        { "Feel for the upper edge of the kneecap.", pause = 2.5 },
        { "Go a hand-width up, and to the inner front.", pause = 3 },
        { "Press the knee down. A teardrop rises. Let go.", pause = 3.5 },
      },
      search = {
        { "Slide both thumbs across it, side by side.", pause = 4 },
        { "Stop on the tender part of the drop.", pause = 2.5 },
      },
      brief = {
        { "The {side} leg straight now, heel heavy.", pause = 4 },
        { "Thumbs on the teardrop, where it is tender.", pause = 3.5 },
      },
      refind = { { "Leg straight, thumbs on the teardrop.", pause = 2.5 }, { "The tender part of it.", pause = 1 } },
      caution = {
        "Stay on the front.", "The inner channel holds an artery.", "Knee giving way, or swollen? See a clinician.",
      },
      press = { "On a breath out, lean on the thumbs, to a {level}." },
      press_gentle = { "On a breath out, rest the thumbs there, no more." },
      sink = { "And out. Lean on the thumbs.", "And out. Thumbs sink in.", "Out, and lean.", "And lean again." },
      hold = {
        "One thumb on the other, both straight.", "Let the body lean. The hands stay easy.",
        "Let the leg lie there like a log.", "Kneecap loose, jaw loose.",
      },
      again = { "The same drop, once more.", "Once again, thumbs together." },
      done = {
        { "Tighten the thigh and let go, three times.", "Bend and stretch that knee, in small moves.", pause = 5, more = 1 },
      },
    },
  },

  ["hamstrings-outer"] = {
    name = "Outer back thigh",
    latin = "Biceps femoris",
    region = "thigh",
    side = { "left", "right" },
    find = "Back of the thigh, outer half, middle third.",
    posture = "Sit on a firm chair with the ball under the thigh; or roller on the floor.",
    tools = { "ball-soft", "roller", "stick" },
    technique = "lean",
    refers = "Back of the knee, up the thigh, a little into the calf.",
    hold_s = 30, reps = 3, ceiling = 6,
    breath = "calm-46",
    stretch = "hamstring-strap", stretch_s = 25,
    cautions = "Off the midline (nerve) and a hand-width above the knee hollow.",
    advanced = false,
    say = {
      place = {
        { "Sit well back on a firm, flat chair.", pause = 3 },
        { "Slide the ball under that thigh, from outside.", pause = 4 },
      },
      find = {
        { "Halfway from the sit-bone to the back of the knee.", pause = 3.5 },
        { "Keep it in the outer half, away from the middle line.", pause = 3 },
        { "Press the heel down. It firms. Rest.", pause = 3.5, more = 2 },
      },
      search = {
        { "Let the knee fall a little in, a little out.", pause = 4 },
        { "Stay where the ball meets something tender.", pause = 2.5 },
      },
      brief = {
        { "Ball under the {side} thigh, halfway, in the outer half.", pause = 5 },
        { "Rock the knee, and look for the ache.", pause = 3.5 },
      },
      refind = { { "The ball under the outer half of that thigh.", pause = 3 }, { "Where it was tender.", pause = 1 } },
      caution = { "Stay off the midline, a nerve lies there.", "Stay a hand-width above the knee hollow." },
      press = { "On a breath out, let the thigh drop to a {level}." },
      press_gentle = { "On a breath out, let the thigh lie there, light." },
      sink = { "And out. Let the thigh drop.", "And out. Heavy thigh.", "Out, and drop.", "And let it drop." },
      hold = {
        "The weight of the leg is enough.", "Slide the foot forward a little, if you like.", "Sit tall, and breathe low.",
        "Let the ball come up to you.",
      },
      easier = { "Lighter now. Press the foot, and lift the thigh.", "Lighter again. Let a hand under the knee help." },
      release = { "Press the foot, and raise the thigh.", "Lift the thigh, slowly.", "And slowly up, off the ball." },
      off = { "Lift the thigh.", "Take the ball out." },
      done = {
        { "Ball out. Stretch that knee, and bend it.", "Take the ball out. Let the leg swing.", pause = 4, more = 1 },
      },
    },
  },

  ["hamstrings-inner"] = {
    name = "Inner back thigh",
    latin = "Semitendinosus, semimembranosus",
    region = "thigh",
    side = { "left", "right" },
    find = "Back of the thigh, inner half, middle third.",
    posture = "As for the outer back thigh, leg turned slightly out.",
    tools = { "ball-soft", "roller" },
    technique = "lean",
    refers = "Crease of the buttock, inner back thigh, upper inner calf.",
    hold_s = 30, reps = 2, ceiling = 6,
    breath = "calm-46",
    stretch = "hamstring-strap", stretch_s = 25,
    cautions = "A hand-width above the knee hollow.",
    advanced = false,
    say = {
      place = {
        { "On a firm chair, turn that knee and foot outward.", pause = 3 },
        { "Now the inner back of the thigh meets the seat.", pause = 2, more = 1 },
      },
      find = {
        { "Slip the ball in, halfway between sit-bone and knee.", pause = 4 },
        { "A little to the inside of the middle line.", pause = 3 },
        { "Draw the heel back, and the cords stand up. Let go.", pause = 3.5, more = 2 },
      },
      search = {
        { "Slide a little on the seat, forward and back.", pause = 4 }, { "Stay where the ache is clearest.", pause = 3 },
      },
      brief = {
        { "{side} knee turned out, ball under its inner half.", pause = 5 },
        { "Slide a little, and stay where it aches.", pause = 3.5 },
      },
      refind = { { "Knee turned out, the ball under the inner half.", pause = 3 }, { "The same place.", pause = 1 } },
      caution = { "Stay a hand-width above the knee hollow." },
      press = { "On a breath out, rest the leg down to a {level}." },
      press_gentle = { "On a breath out, let the leg lie there, no more." },
      sink = { "And out. Rest the leg down.", "And out. Let the chair take it.", "Out, and rest.", "And rest down." },
      hold = {
        "Leaning back makes it lighter.", "Let the foot lie on its outer edge.", "Let the hip roll open.",
        "Wide seat, wide breath.",
      },
      easier = { "Lighter now. Lean back a little.", "Lighter again. Let a hand lift the knee." },
      release = { "Lean back, and let the weight go.", "A hand lifts the knee, slowly.", "And slowly off the ball." },
      off = { "Lift the thigh.", "Take the ball out." },
      done = {
        { "Ball out. Bring the knee back to the middle.", "Take the ball out, and shake the leg.", pause = 3, more = 1 },
      },
    },
  },

  ["adductor-longus"] = {
    name = "Inner thigh rope",
    latin = "Adductor longus et brevis",
    region = "thigh",
    side = { "left", "right" },
    find = "Inner thigh, from a full hand-width below the groin crease to the middle; squeeze the knees together: a rope "
      .. "rises. Relax.",
    posture = "Sit with the leg out to the side; flat fist or forearm; or face down, roller along the inner thigh.",
    tools = { "knuckles", "palm", "roller" },
    technique = "stroke",
    refers = "Groin, inner thigh, above the inner knee.",
    hold_s = 20, reps = 2, ceiling = 4,
    breath = "calm-46",
    stretch = "butterfly", stretch_s = 25,
    cautions = "Groin triangle is forbidden. Pulse: move. Varicose veins, clot risk, pregnancy: skip. Groin lump: doctor.",
    advanced = false,
    say = {
      place = {
        { "Sit with that leg out sideways, foot on the floor.", pause = 3 },
        { "Make a flat fist, or bare the forearm.", pause = 2 },
      },
      find = {
        { "Measure a full hand-width down from the groin crease.", pause = 3.5 },
        { "From there to the middle of the thigh, no further.", pause = 3 },
        { "Draw the knee in. A rope rises. Let it sink.", pause = 3.5 },
      },
      search = {
        { "Glide along the rope once, toward the knee.", pause = 4.5 },
        { "Keep to the part that is tender.", pause = 2.5 },
      },
      brief = {
        { "{side} leg out, the flat fist on its rope.", pause = 4 },
        { "Well below the groin. Glide toward the knee.", pause = 4 },
      },
      refind = {
        { "Flat fist on the rope, a hand-width below the groin.", pause = 2.5 }, { "The tender part.", pause = 1 },
      },
      caution = {
        "The triangle below the groin is forbidden.", "Feel a pulse? Move.",
        "Varicose veins, clot risk, or pregnant? Skip this place.", "A lump in the groin? See a doctor.",
      },
      press = { "On a breath out, stroke toward the knee, at a {level}." },
      press_gentle = { "On a breath out, stroke toward the knee, very light." },
      hold = {
        "Always away from the groin.", "Soft fist, heavy forearm.", "Lift off at the end, and begin again.",
        "Wide seat, soft belly.",
      },
      done = {
        { "Bring the knee in, and let both knees meet.", "Both knees together. Let them lean.", pause = 3, more = 1 },
      },
    },
  },

  ["adductor-magnus"] = {
    name = "Deep inner back thigh",
    latin = "Adductor magnus",
    region = "thigh",
    side = { "left", "right" },
    find = "Inner back thigh, between the inner rope and the inner hamstring, middle third.",
    posture = "Sit on a chair edge, soft ball under the inner back thigh.",
    tools = { "ball-soft" },
    technique = "lean",
    refers = "Inner thigh, up toward the groin and deep pelvis.",
    hold_s = 20, reps = 2, ceiling = 4,
    breath = "calm-46",
    stretch = "butterfly", stretch_s = 25,
    cautions = "As for the inner thigh rope.",
    advanced = false,
    say = {
      place = {
        { "Sit on the edge of a chair, knees wide.", pause = 3 },
        { "Keep the soft ball by that thigh.", pause = 1.5, more = 1 },
      },
      find = {
        { "Feel the rope along the inside of the thigh.", pause = 3 },
        { "Then the firm cords underneath, at the back.", pause = 3 },
        { "In the groove between, halfway down, put the ball.", pause = 4.5 },
        { "Push the knee in, against a hand. And let go.", pause = 4, more = 2 },
      },
      search = {
        { "Tip the knee in and out, a little.", pause = 4 },
        { "Stay where it is tender, far from the groin.", pause = 2.5 },
      },
      brief = {
        { "Ball under the {side} inner thigh, halfway down.", pause = 4.5 },
        { "Tip the knee a little, until you meet it.", pause = 3.5 },
      },
      refind = { { "The ball in the groove again, halfway down.", pause = 3 }, { "Where it was tender.", pause = 1 } },
      caution = {
        "The triangle below the groin is forbidden.", "Feel a pulse? Move.",
        "Varicose veins, clot risk, or pregnant? Skip this place.", "A lump in the groin? See a doctor.",
      },
      press = { "On a breath out, settle the thigh to a {level}." },
      press_gentle = { "On a breath out, let the thigh touch the ball, lightly." },
      sink = { "And out. Let the thigh settle.", "And out. Softly down.", "Out, and settle.", "And down." },
      hold = {
        "A little is plenty here.", "Let the ball fill the groove.", "Knees wide, pelvis heavy.",
        "Let the breath go down to the chair.",
      },
      easier = { "Lighter now. Let the foot take the leg.", "Lighter again. Slide the ball a little away." },
      release = { "Let the foot lift the thigh off.", "Raise the knee, slowly.", "And slowly off the ball." },
      off = { "Lift the thigh.", "Take the ball out." },
      done = {
        { "Ball out. Swing the knee in and out, freely.", "Take the ball out, and bring the knees together.", pause = 3.5, more = 1 },
      },
    },
  },
}
