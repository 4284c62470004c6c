-- stretches_arm.lua - stretches and movements of the shoulder, chest, arm and hand.
-- What an entry holds: see stretches.lua, which also lists them.

return {
  ["arm-across"] = {
    name = "Arm across the chest",
    how = "Bring one straight arm across at chest height, hold above the elbow with the other hand, shoulder down",
    side = { "left", "right" },
    seconds = 20, times = 2, contract = true,
    avoid = "front shoulder pinch",
    say = {
      into = {
        { "Bring the {side} arm across, straight, at chest height.", pause = 1 }, { "Hold it above the elbow.", pause = 1 },
        "Keep the {side} shoulder down.",
      },
      stay = { "Let the {side} shoulder stay low." },
      back = { "Let the arm go slowly." },
    },
  },
  ["self-hug"] = {
    name = "Self-hug",
    how = "Cross the arms, hands on opposite shoulder blades, round the upper back and breathe into the space between the blades",
    side = "mid",
    seconds = 20, times = 2, contract = false,
    avoid = "none",
    say = {
      into = {
        { "Wrap both arms round yourself.", pause = 1.5 }, { "A hand on each shoulder blade, or near it.", pause = 1.5 },
        "Let the breastbone sink, and the back grow round.",
      },
      brief = { { "Both arms round you again.", pause = 1.5 }, "Round the upper back." },
      stay = { "Breathe into the space between the blades.", "Let the blades drift apart.", "Head heavy, elbows heavy." },
      back = { "Unwrap the arms slowly.", "Let the arms come open." },
    },
  },
  ["hand-behind-back"] = {
    name = "Hand behind the back",
    how = "Slide the back of one hand up behind the low back, the other hand helps a little with a towel from above",
    side = { "left", "right" },
    seconds = 20, times = 2, contract = false,
    avoid = "sharp front shoulder pain",
    say = {
      into = {
        { "Slide the back of the {side} hand behind you.", pause = 1 }, { "Up behind the low back, as far as easy.", pause = 1 },
        "The {other} hand helps a little, with a towel.",
      },
      stay = { "Let the towel do very little." },
      back = { "Let the hands come down slowly." },
    },
  },
  ["doorway-low"] = {
    name = "Doorway",
    how = "Forearm on the frame, elbow below shoulder height, step through and turn the chest away",
    side = { "left", "right" },
    seconds = 20, times = 2, contract = true,
    avoid = "shoulder that slips out",
    say = {
      into = {
        { "{side} forearm on the frame, elbow below the shoulder.", pause = 1 }, "Step through, and turn the chest away.",
      },
      stay = { "Breathe into the front of the shoulder." },
      back = { "Step back slowly." },
    },
  },
  ["doorway-high"] = {
    name = "Doorway",
    how = "Forearm on the frame, elbow above shoulder height, lean gently through",
    side = { "left", "right" },
    seconds = 20, times = 2, contract = true,
    avoid = "shoulder that slips out",
    say = {
      into = { { "{side} forearm on the frame, elbow above the shoulder.", pause = 1 }, "Lean gently through." },
      stay = { "Breathe into the front of the chest." },
      back = { "Step back slowly." },
    },
  },
  ["desk-reach"] = {
    name = "Desk or prayer reach",
    how = "Hands on the desk edge, walk back, let the chest sink between the arms, hips over feet",
    side = "mid",
    seconds = 20, times = 2, contract = false,
    avoid = "dizziness when head is low",
    say = {
      into = {
        { "Hands on the edge of a desk, or on the wall.", pause = 2 },
        { "Walk back until the hips are over the feet.", pause = 3 },
        "Let the chest sink between the arms.",
      },
      brief = { { "Hands up again, and walk back.", pause = 3 }, "Let the chest sink." },
      stay = { "Ears no lower than the arms.", "Hips back, hands long.", "Let the breastbone grow heavy." },
      back = { "Walk in, and come up slowly.", "Step closer, and rise without hurry." },
    },
  },
  ["side-bend-reach"] = {
    name = "Side bend",
    how = "Sit or stand, one arm overhead, lean to the other side, both hips heavy",
    side = { "left", "right" },
    seconds = 20, times = 2, contract = true,
    avoid = "osteoporosis of the spine, acute back pain",
    say = {
      into = { { "Reach the {side} arm overhead.", pause = 1 }, "Lean to the {other} side, both hips heavy." },
      stay = { "Breathe into the long side." },
      back = { "Come up slowly." },
    },
  },
  ["open-book"] = {
    name = "Open book",
    how = "Lie on the side, knees bent, arms forward; open the top arm to the back, eyes follow, breathe out",
    side = { "left", "right" },
    seconds = 15, times = 3, contract = false,
    avoid = "recent rib or spine injury",
    say = {
      into = {
        { "Lie on your {other} side, knees bent, arms forward.", pause = 4 }, { "Open the top arm to the back.", pause = 1 },
        "Let the eyes follow. Breathe out.",
      },
      stay = { "Let the arm grow heavy." },
      back = { "Bring the arm forward again." },
    },
  },
  ["biceps-wall"] = {
    name = "Arm back on the wall",
    how = "Palm on the wall behind you at hip to chest height, straight elbow, turn the body away",
    side = { "left", "right" },
    seconds = 20, times = 2, contract = true,
    avoid = "front shoulder pain",
    say = {
      into = {
        { "Lay the {side} palm on the wall, behind you.", pause = 2.5 },
        { "Between hip and chest height, elbow straight.", pause = 2, more = 1 },
        { "Turn the body away, until something pulls.", pause = 1 },
      },
      brief = { { "{side} palm on the wall, behind you.", pause = 2.5 }, { "Elbow long, and turn away.", pause = 1 } },
      stay = { "A mild pull will do.", "The wall keeps the hand." },
      back = { "Turn back, and let the arm drop.", "Turn toward the wall again." },
    },
  },
  ["triceps-overhead"] = {
    name = "Elbow up",
    how = "One elbow points to the ceiling, hand on the shoulder blade, other hand steadies the elbow",
    side = { "left", "right" },
    seconds = 20, times = 2, contract = true,
    avoid = "shoulder pinch",
    say = {
      into = {
        { "Point the {side} elbow to the ceiling.", pause = 2 }, { "Let that hand drop behind you, toward the blade.", pause = 2 },
        { "The free hand steadies the elbow.", pause = 1, more = 1 },
      },
      brief = { { "{side} elbow up, hand down the back.", pause = 2 }, { "The free hand only steadies it.", pause = 1, more = 1 } },
      stay = { "Let the hand grow heavy.", "Let the ribs breathe wide." },
      back = { "Let the elbow sink, slowly.", "Bring the arm down in front." },
    },
  },
  ["wrist-bend-down"] = {
    name = "Palm down wrist bend",
    how = "Arm forward, elbow straight, palm down, other hand folds the hand down",
    side = { "left", "right" },
    seconds = 20, times = 3, contract = true,
    avoid = "wrist injury",
    say = {
      into = {
        { "Reach the {side} arm forward, elbow straight, palm down.", pause = 1.5 }, { "Let the hand drop.", pause = 1, more = 1 },
        { "The free hand folds it a little further.", pause = 1 },
      },
      brief = { { "{side} arm forward, let the hand drop.", pause = 1.5 }, { "Fold it a little further.", pause = 1 } },
      stay = { "Let the shoulder stay low.", "Leave the fingers loose." },
      back = { "Let the hand float up.", "Let go, and bend the elbow." },
    },
  },
  ["wrist-bend-up"] = {
    name = "Palm up wrist bend",
    how = "Arm forward, elbow straight, palm up, other hand eases the fingers down and back",
    side = { "left", "right" },
    seconds = 20, times = 3, contract = true,
    avoid = "finger tingling",
    say = {
      into = {
        { "Reach the {side} arm forward, elbow straight, palm up.", pause = 1.5 },
        { "With the free hand, take the fingers.", pause = 1, more = 1 }, { "Ease them down and back.", pause = 1 },
        { "Tingling fingers? Then leave this one out.", pause = 0.5, more = 1 },
      },
      brief = { { "{side} arm forward, palm up.", pause = 1.5 }, { "Ease the fingers down, and back.", pause = 1 } },
      stay = { "Keep it mild in the wrist.", "Let the neck be long." },
      back = { "Let the hand come back.", "Let go, and let the hand hang." },
    },
  },
  ["palm-turn"] = {
    name = "Palm turn",
    how = "Elbow at the side, bent; turn the palm up fully, then down fully, 8 slow turns",
    side = { "left", "right" },
    seconds = 25, times = 1, contract = false,
    avoid = "none",
    say = {
      into = {
        { "Tuck the {side} elbow in, bent.", pause = 1.5 }, { "Turn the palm all the way up.", pause = 2 },
        { "Then all the way down, and go on so.", pause = 1 }, { "Slowly, like turning a big key.", pause = 1, more = 3 },
      },
      brief = { { "{side} elbow in.", pause = 1 }, { "Palm up, palm down, slow and full.", pause = 1 } },
      stay = { "Slow and full.", "Only the forearm turns." },
      back = { "And let the hand rest.", "Let it come to rest, palm down." },
    },
  },
  ["thumb-web-open"] = {
    name = "Thumb web",
    how = "Other hand eases the thumb away from the palm",
    side = { "left", "right" },
    seconds = 15, times = 3, contract = false,
    avoid = "thumb joint arthritis flare",
    say = {
      into = { { "Take the {side} thumb in the free hand.", pause = 2 }, { "Ease it out, away from the palm.", pause = 1 } },
      brief = { { "{side} thumb in the free hand.", pause = 2 }, { "And open the web.", pause = 1 } },
      stay = { "Let the web grow wide.", "Only as far as it glides." },
      back = { "Let the thumb come home.", "Let it fold in again." },
    },
  },
  ["finger-spread"] = {
    name = "Fist and fan",
    how = "Soft fist 2 s, wide fan 2 s, 6 times",
    side = { "left", "right" },
    seconds = 25, times = 1, contract = false,
    avoid = "none",
    say = {
      into = {
        { "Close the {side} hand to a soft fist.", pause = 2 }, { "Open it to a wide fan.", pause = 2 },
        { "On and on, two seconds for each.", pause = 1 },
      },
      brief = { { "A soft fist, then a wide fan.", pause = 2 }, { "And on, at your own pace.", pause = 1 } },
      stay = { "Fist soft, fan wide.", "Let the fingertips reach." },
      back = { "And let the hand lie open.", "Let the fingers rest." },
    },
  },
}
