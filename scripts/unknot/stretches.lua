-- stretches.lua - stretches and movements, by id. `seconds` is one repetition, `times` a side; `contract` says that
-- pressing gently against it first works too. What is spoken: `into` (place and go), `stay` (while it is held), `back`
-- (the way out). In spoken lines {side} is the side being stretched, {other} the opposite one.

return {
  ["neck-side-tilt"] = {
    name = "Ear toward shoulder",
    how = "Sit on one hand, let the other ear sink toward its shoulder, nose straight ahead; rest the hand on the head without pulling",
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
  ["chin-tuck-nod"] = {
    name = "Chin nod",
    how = "Lying or sitting tall, slide the chin straight back a little, then nod as if saying a small yes; feel length at the skull base",
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
  ["neck-turn-slow"] = {
    name = "Slow look round",
    how = "Turn the head slowly right, middle, left, middle, 5 times, only as far as is easy",
    seconds = 30, times = 1, contract = false,
    avoid = "dizziness",
    say = {
      into = { "Turn the head slowly to the right.", "Through the middle, and to the left.", "Only as far as is easy." },
      stay = { "Let the eyes lead the way." },
      back = { "Come back to the middle." },
    },
  },
  ["shoulder-rolls"] = {
    name = "Shoulder rolls",
    how = "Roll both shoulders up, back and down, 6 slow circles",
    seconds = 20, times = 1, contract = false,
    avoid = "none",
    say = {
      into = { "Roll both shoulders up, back and down.", "Slow, round circles." },
      stay = { "Let the arms hang and follow." },
      back = { "And let them drop." },
    },
  },
}
