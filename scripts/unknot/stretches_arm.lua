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
      into = { { "Cross the arms, hands on opposite shoulder blades.", pause = 1 }, "Round the upper back." },
      stay = { "Breathe into the space between the blades." },
      back = { "Open the arms slowly." },
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
        { "Hands on the edge of the desk.", pause = 1 }, { "Walk back, hips over the feet.", pause = 1 },
        "Let the chest sink between the arms.",
      },
      stay = { "Let the chest grow heavy." },
      back = { "Walk in again, and come up slowly." },
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
        { "{side} palm on the wall behind you.", pause = 1 }, { "Hip to chest height, elbow straight.", pause = 1 },
        "Turn the body away.",
      },
      stay = { "Let the elbow stay long." },
      back = { "Turn back slowly." },
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
        { "Point the {side} elbow to the ceiling.", pause = 1 }, { "Hand on the shoulder blade.", pause = 1 },
        "The {other} hand steadies the elbow.",
      },
      stay = { "Breathe into the side of the ribs." },
      back = { "Let the arm come down." },
    },
  },
  ["wrist-bend-down"] = {
    name = "Palm down wrist bend",
    how = "Arm forward, elbow straight, palm down, other hand folds the hand down",
    side = { "left", "right" },
    seconds = 20, times = 3, contract = true,
    avoid = "wrist injury",
    say = {
      into = { { "{side} arm forward, elbow straight, palm down.", pause = 1 }, "With the other hand, fold the hand down." },
      stay = { "Let the shoulder stay low." },
      back = { "Let the hand float up." },
    },
  },
  ["wrist-bend-up"] = {
    name = "Palm up wrist bend",
    how = "Arm forward, elbow straight, palm up, other hand eases the fingers down and back",
    side = { "left", "right" },
    seconds = 20, times = 3, contract = true,
    avoid = "finger tingling",
    say = {
      into = { { "{side} arm forward, elbow straight, palm up.", pause = 1 }, "Ease the fingers down and back." },
      stay = { "Keep it mild in the wrist." },
      back = { "Let the hand come back." },
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
        { "{side} elbow at your side, bent.", pause = 1 }, { "Turn the palm up fully, then down fully.", pause = 1 },
        "Eight slow turns.",
      },
      stay = { "Slow and full, both ways." },
      back = { "And let the hand rest." },
    },
  },
  ["thumb-web-open"] = {
    name = "Thumb web",
    how = "Other hand eases the thumb away from the palm",
    side = { "left", "right" },
    seconds = 15, times = 3, contract = false,
    avoid = "thumb joint arthritis flare",
    say = {
      into = { { "Take the {side} thumb with the other hand.", pause = 1 }, "Ease it away from the palm." },
      stay = { "Let the web grow wide." },
      back = { "Let go slowly." },
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
        { "A soft fist with the {side} hand, two seconds.", pause = 1 }, { "Then a wide fan, two seconds.", pause = 1 },
        "Six times in all.",
      },
      stay = { "Soft fist, wide fan." },
      back = { "And let the hand rest." },
    },
  },
}
