-- tools.lua - what a point may be pressed with, by id: its name, what it is, what it is good for, and its rules.
--
-- Surfaces: a wall is lightest and easiest to leave, then a chair, a bed, the floor. Begin at the wall. Oil or lotion only for
-- strokes, never under a ball. Cloth over bare skin for tools. Use body weight, not finger force; keep the wrists straight;
-- two minutes a hand position; stop if the working hand aches.

return {
  ["fingers"] = {
    name = "fingers",
    what = "pads of two or three fingers, stacked",
    good_for = "head, neck, chest, forearm",
    rules = "wrist straight, elbow supported, change hands",
  },
  ["thumb"] = {
    name = "a thumb",
    what = "thumb backed by the fist or other thumb",
    good_for = "forearm, hand, foot, side of low back",
    rules = "never bend the thumb backwards; 2 min at most",
  },
  ["pinch"] = {
    name = "thumb and fingers",
    what = "roll between thumb and fingers",
    good_for = "top of shoulder, armpit folds, upper arm, front neck strap",
    rules = "lift away from deeper parts",
  },
  ["knuckles"] = {
    name = "knuckles",
    what = "flat of the finger bones or fist",
    good_for = "forearm, thigh, buttock, sole",
    rules = "no bony point on bone",
  },
  ["elbow"] = {
    name = "a forearm",
    what = "forearm or elbow, leaning slowly",
    good_for = "thigh, forearm on the table",
    rules = "forearm first, elbow only in thick muscle",
  },
  ["palm"] = {
    name = "the palm",
    what = "heel of the hand or flat palm",
    good_for = "ribs, belly-side muscles, thigh",
    rules = "soft regions",
  },
  ["ball-soft"] = {
    name = "a soft ball",
    what = "tennis ball, in a sock to hold it",
    good_for = "wall work, buttock, sole, hand",
    rules = "start here",
  },
  ["ball-firm"] = {
    name = "a firm ball",
    what = "lacrosse or massage ball",
    good_for = "buttock, shoulder blade, sole",
    rules = "only after soft is easy; never ribs, neck, kidneys",
  },
  ["peanut"] = {
    name = "a double ball",
    what = "two balls taped or in one sock, gap over the spine",
    good_for = "skull base, back beside the spine",
    rules = "balls straddle the bones",
  },
  ["roller"] = {
    name = "a roller",
    what = "foam roller, medium",
    good_for = "thigh, calf, mid back, side of the back",
    rules = "no low spine, no neck, no joints",
  },
  ["stick"] = {
    name = "a stick",
    what = "roller stick or rolling pin",
    good_for = "thigh, calf, shin side, forearm",
    rules = "two hands, slow",
  },
  ["cane"] = {
    name = "a cane",
    what = "hook cane",
    good_for = "upper back, top of shoulder, low back",
    rules = "pull, do not jab; slow release",
  },
  ["table"] = {
    name = "a table",
    what = "edge or top of table as support",
    good_for = "forearm, hand, jaw",
    rules = "padded",
  },
  ["home"] = {
    name = "things at home",
    what = "book, rolled towel, water bottle, chair edge",
    good_for = "stand-ins",
    rules = "round, clean, no glass",
  },
}
