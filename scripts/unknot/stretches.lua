-- stretches.lua - stretches and movements, by id, and which file has each. A new one is an entry in one of these files and
-- its id in the list below.
--
-- name, how   what it is, in full
-- side        { "left", "right" }: one, then the other; "mid": both at once
-- seconds     one repetition;  times: a side
-- contract    pressing gently against it first works too
-- avoid       who should leave it out, or stop
-- say         what is spoken: `into` (place and go), `brief` (the same, the second time), `stay` (while it is held), `back`
--             (the way out). {side} is the side being stretched, {other} the opposite one.
-- All are mild, on the out-breath, without bouncing.

return need("parts") {
  stretches_neck = {
    "brow-release", "jaw-open-tongue-up", "chin-tuck-nod", "neck-side-tilt", "nose-to-armpit", "front-neck-lengthen",
    "neck-turn-slow", "shoulder-rolls",
  },
  stretches_arm = {
    "arm-across", "self-hug", "hand-behind-back", "doorway-low", "doorway-high", "desk-reach", "side-bend-reach", "open-book",
    "biceps-wall", "triceps-overhead", "wrist-bend-down", "wrist-bend-up", "palm-turn", "thumb-web-open", "finger-spread",
  },
  stretches_leg = {
    "cat-cow", "knees-to-chest", "pelvic-tilt", "figure-four", "knee-to-opposite", "crossed-lean", "half-kneel", "standing-quad",
    "hamstring-strap", "butterfly", "calf-straight", "calf-bent", "shin-point", "foot-turn-in", "toe-pull", "toe-curl-down",
    "ankle-circles", "knees-side-rock", "walk-easy",
  },
}
