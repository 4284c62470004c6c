-- stretches_neck.lua - stretches and movements of the head, neck and shoulder top.
-- What an entry holds: see stretches.lua, which also lists them.

return {
  ["brow-release"] = {
    name = "Brow rest",
    how = "Lift the brows 3 s, then let the forehead go smooth; rest fingertips on it without pressing",
    side = "mid",
    seconds = 15, times = 3, contract = false,
    avoid = "none",
    say = {
      into = {
        { "Lift the brows high, as if surprised.", pause = 2.5 },
        { "And let them fall.", pause = 1 },
        "Rest the fingertips on the brow, with no weight.",
      },
      brief = { { "Brows high once more, and let them fall.", pause = 1 }, "Fingertips resting there, weightless." },
      stay = { "Let the forehead be wide and blank.", "Smooth, from temple to temple.", "Nothing up there to carry." },
      back = { "Let the hands come down.", "Lower the hands, in their own time." },
    },
  },
  ["jaw-open-tongue-up"] = {
    name = "Jaw drop with tongue up",
    how = "Tongue tip behind the upper front teeth, lips closed or softly apart; let the jaw drop as far as the tongue stays "
      .. "up; hold, close slowly without biting",
    side = "mid",
    seconds = 5, times = 5, contract = false,
    avoid = "jaw locking or loud painful clicks",
    say = {
      into = {
        { "Tongue tip behind the upper front teeth.", pause = 1.5 },
        { "Breathing out, let the jaw drop.", pause = 1.5 },
        "Breathing in, let it rise, without biting.",
      },
      brief = { { "Tongue up once more.", pause = 1 }, "Jaw down on each breath out, up on each in." },
      stay = { "Only as far as the tongue stays up.", "Let it open by its own weight.", "Slow, and quiet in the joints." },
      back = { "Let it rise, and leave the teeth apart.", "Let the lips meet, teeth apart." },
    },
  },
  ["chin-tuck-nod"] = {
    name = "Chin nod",
    how = "Lying or sitting tall, slide the chin straight back a little, then nod as if saying a small yes; feel length at the skull base",
    side = "mid",
    seconds = 15, times = 3, contract = true,
    avoid = "dizziness, arm tingling",
    say = {
      into  = { "Slide the chin straight back a little.", "Then nod, a very small yes.",
                { "Feel length at the base of the skull.", more = 3 } },
      brief = { "Chin back a little, and nod." },
      stay  = { "Let the throat stay soft.", "Keep it small and easy." },
      back  = { "And let the chin float free.", "Let the head rest again." },
    },
  },
  ["neck-side-tilt"] = {
    name = "Ear toward shoulder",
    how = "Sit on one hand, let the other ear sink toward its shoulder, nose straight ahead; rest the hand on the head without pulling",
    side = { "left", "right" },
    seconds = 20, times = 2, contract = true,
    avoid = "arm tingling, neck disc trouble",
    say = {
      into  = { { "Sit on your {side} hand.", pause = 1 }, "Let the {other} ear sink to its shoulder.",
                { "Nose straight ahead. Only a mild pull.", more = 3 } },
      brief = { { "Now the {side} hand under you.", pause = 1 }, "Let the {other} ear sink." },
      stay  = { "Breathe into the long side of the neck.", "Let the {side} shoulder grow heavy." },
      back  = { "Bring the head up slowly.", "Slowly lift the head again." },
    },
  },
  ["nose-to-armpit"] = {
    name = "Nose to armpit",
    how = "Sit on one hand, turn the head half to the other side, look down into that armpit; feel the line to the shoulder "
      .. "blade corner",
    side = { "left", "right" },
    seconds = 20, times = 2, contract = true,
    avoid = "dizziness",
    say = {
      into = {
        { "Sit on your {side} hand.", pause = 1 },
        { "Turn the nose halfway to the {other} side.", pause = 1.5 },
        "Now look down, into that armpit.",
      },
      brief = { { "Now the {side} hand under you.", pause = 1 }, "Nose toward the {other} armpit." },
      stay = { "Feel the line down to the blade.", "Only the weight of the head.", "Let the {side} shoulder stay behind." },
      back = { "Lift the nose first, and the head follows.", "Face forward again, in no hurry." },
    },
  },
  ["front-neck-lengthen"] = {
    name = "Collarbone anchor",
    how = "Both hands flat on one collarbone, tilt the head to the other side and turn the nose slightly up; very mild",
    side = { "left", "right" },
    seconds = 12, times = 2, contract = false,
    avoid = "dizziness, artery disease, age over 65 unless cleared",
    say = {
      into = {
        { "Lay both hands flat on the {side} collarbone.", pause = 1.5 },
        { "Tilt the head a little to the {other} side.", pause = 1.5 },
        "Let the nose rise, just a finger-width.",
      },
      brief = { { "Hands on the {side} collarbone.", pause = 1.5 }, "Tilt away, and let the nose rise a bit." },
      stay = { "So mild that you could talk.", "The hands keep the bone where it is." },
      back = { "Chin down first, then back to the middle.", "Bring the head home, slowly." },
    },
  },
  ["neck-turn-slow"] = {
    name = "Slow look round",
    how = "Turn the head slowly right, middle, left, middle, 5 times, only as far as is easy",
    side = "mid",
    seconds = 30, times = 1, contract = false,
    avoid = "dizziness",
    say = {
      into = {
        { "Turn the head to the right, slowly.", pause = 2.5 },
        { "Through the middle, and on to the left.", pause = 2.5 },
        "Keep going, only as far as is easy.",
      },
      brief = { "Turn slowly again, right and left." },
      stay = { "Let the eyes lead the way.", "Chin level, shoulders quiet.", "Slower than seems needed." },
      back = { "Come to rest in the middle.", "Finish the turn, and stop in the middle." },
    },
  },
  ["shoulder-rolls"] = {
    name = "Shoulder rolls",
    how = "Roll both shoulders up, back and down, 6 slow circles",
    side = "mid",
    seconds = 20, times = 1, contract = false,
    avoid = "none",
    say = {
      into = {
        { "Lift both shoulders toward the ears.", pause = 1 },
        { "Back, and down, in one round circle.", pause = 1.5 },
        "Go on rolling, large and slow.",
      },
      brief = { "Roll both shoulders again, up, back and down." },
      stay = { "Let the arms hang and follow.", "Drop a little lower each time." },
      back = { "And let them drop.", "Let the last circle run out." },
    },
  },
}
