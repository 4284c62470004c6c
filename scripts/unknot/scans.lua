-- scans.lua - parts of the body that attention is led through, by id. A new one is an entry here and its id in meta/names.lua.
--
-- name     what it is, in full
-- side     { "left", "right" }: one, then the other, or both at once; "mid": as one
-- seconds  one of them, as written
-- say      what is spoken: `to` (where attention goes), `to_side` (the same, to one side), `notice` (what may be felt there, in
--          order, as many as there is time for), `let` (the last one), `brief` (all of it, the other side or the second time)
-- Contact, temperature, weight; and to feel nothing is an answer like any other. {side} is left or right.

return {
  ["feet"] = {
    name = "feet", side = { "left", "right" }, seconds = 45,
    say = {
      to = { { "Bring your attention all the way down, to both feet.", "Let your attention sink, down to the feet." } },
      to_side = { "Let attention travel down, to the {side} foot." },
      notice = {
        "The heel and the sole, and what they rest on.", "The toes, one by one. Some may not answer.",
        "Air on the skin, or cloth. Nothing is an answer too.", "Warm, cool, or neither of them.",
      },
      let = { "On a breath out, let it rest." },
      brief = { "Over to the {side} foot. Heel, sole and toes." },
    },
  },
  ["lower-legs"] = {
    name = "lower legs", side = { "left", "right" }, seconds = 30,
    say = {
      to = { "Drift to the lower legs, both of them." },
      to_side = { "To the {side} lower leg, shin and calf." },
      notice = {
        "The calf. How heavily it lies, and where it touches.", "The long bone in front, just under the skin.",
        "The knee, front and back.",
      },
      let = { "Let the ground have the weight of it." },
      brief = { "And the {side} lower leg, from ankle to knee." },
    },
  },
  ["thighs-hips"] = {
    name = "thighs and hips", side = { "left", "right" }, seconds = 45,
    say = {
      to = { "Now the thighs, and up into both hips." },
      to_side = { "Now the {side} thigh, long and broad." },
      notice = {
        "The big muscle on top, the long one below.", "Up into the hip, deep inside the joint.",
        "Feel where the thigh touches, and where it does not.", "Perhaps a pulse, perhaps only quiet.",
      },
      let = { "Breathe out, and let the leg grow longer." },
      brief = { "The {side} thigh and hip, in one slow sweep." },
    },
  },
  ["belly-low-back"] = {
    name = "belly and low back", side = "mid", seconds = 90,
    say = {
      to = { "Come to the belly. It moves by itself." },
      notice = {
        "Rising a little. Sinking a little.", "Through to the low back, on the other side.",
        "Touching what is under you, or arched away.", "Tight, soft, warm, or hard to say.", "No need to hold it in.",
        "The breath reaches there too.",
      },
      let = { "With the next breath out, let the middle spread." },
      brief = { "Belly and low back, moving with the breath." },
    },
  },
  ["chest-upper-back"] = {
    name = "chest and upper back", side = "mid", seconds = 90,
    say = {
      to = { "Let the breath lead you to the ribs." },
      notice = {
        "They open and close, like a slow umbrella.", "Behind them the shoulder blades, and what they lie against.",
        "Maybe the heart can be felt. Maybe not.", "Notice the space between the two blades.", "Cloth, warmth, weight.",
      },
      let = { "Let the ribs come to rest after each breath." },
      brief = { "The chest in front, the upper back behind." },
    },
  },
  ["hands-arms"] = {
    name = "hands and arms", side = { "left", "right" }, seconds = 45,
    say = {
      to = { "Let attention run out into both hands." },
      to_side = { "Out along the arm now, to the {side} hand." },
      notice = {
        "Fingertips, palm, the back of the hand.", "Wrist, elbow, and on up to the shoulder.",
        "Is it the same on both sides, or different?", "Open or curled, it is fine as it is.",
      },
      let = { "Let the whole arm be put down." },
      brief = { "Across to the {side} hand, and slowly up the arm." },
    },
  },
  ["shoulders-neck"] = {
    name = "shoulders and neck", side = "mid", seconds = 90,
    say = {
      to = { "Arrive at the shoulders, left and right." },
      notice = {
        "How far are they from the ears?", "The sides of the neck, and the throat.", "The back of the neck, up to the skull.",
        "One side may be louder. That is common.", "No need to move them. Only to know.",
      },
      let = { "On a breath out, let the shoulders slide away." },
      brief = { "Shoulders and neck, as wide as they like." },
    },
  },
  ["face-head"] = {
    name = "face and head", side = "mid", seconds = 90,
    say = {
      to = { "On to the face. Begin at the chin." },
      notice = {
        "The jaw, lips and tongue. Some room between the teeth.", "Nostrils: cool air in, warmer air out.",
        "The eyes, resting back. The forehead, smooth or not.", "The scalp, the back of the head, its weight.",
        "Ears, open to both sides.",
      },
      let = { "Nobody needs this face just now. Let it be plain." },
      brief = { "Face and head, from chin to crown." },
    },
  },
  ["whole-body"] = {
    name = "whole body", side = "mid", seconds = 90,
    say = {
      to = { "Let us go once through all of you, from below." },
      notice = {
        "Feet and lower legs, and what carries them.", "Thighs, hips, the place you sit or lie on.", "Belly and low back, moving with each breath.",
        "Chest in front. Blades and ribs behind.", "Hands and arms, heavy or light.", "Shoulders, neck, and the weight of the head.",
        "Jaw, cheeks, eyes, forehead.",
      },
      let = { "All of it at once, breathing." },
      brief = { "Now all of you at once, from crown to soles.", "One outline, filled with breath.", "No part of it more than another." },
    },
  },
}
