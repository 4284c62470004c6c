-- tensions.lua - groups of muscles to tense and let go, by id. A new one is an entry here and its id in meta/names.lua.
--
-- name     what it is, in full
-- side     { "left", "right" }: one, then the other; "mid": both at once
-- light    true: its words say how lightly
-- say      what is spoken: `into` (what is going to be done), `brief` (the same, the second time), `go` (on the in-breath, which
--          is when it is done: a few words), `let` (while it lets go), `caution` (who should leave it out; never skipped)
-- How strong, relax.lua says; {side} is left or right.

return {
  ["hand"] = {
    name = "hand and forearm", side = { "left", "right" },
    say = {
      into = { { "The {side} hand, up to the elbow.", pause = 1.5 }, { "It closes to a fist, the thumb outside.", pause = 2 } },
      brief = { { "And the {side} hand.", pause = 2 } },
      go = { "Breathe in, and close it.", "In, and close." },
      let = { "Fingers open, as far as they fall.", "Feel the palm grow warm, or not." },
    },
  },
  ["upper-arms"] = {
    name = "upper arms", side = "mid",
    say = {
      into = { { "Now both upper arms.", pause = 1 }, { "The hands come up toward the shoulders.", pause = 2 } },
      brief = { { "The upper arms again.", pause = 1.5 } },
      go = { "In, and bend.", "Breathe in, and bend." },
      let = { "The arms drop back where they were.", "Heavy from shoulder to elbow." },
    },
  },
  ["shoulders"] = {
    name = "shoulders to the ears", side = "mid",
    say = {
      into = { { "The shoulders. They go up to the ears.", pause = 2 } },
      brief = { { "Shoulders, a second time.", pause = 1.5 } },
      go = { "Breathe in, and up.", "In, and up." },
      let = { "Down, and a little further down.", "The neck is longer now, perhaps." },
    },
  },
  ["forehead"] = {
    name = "forehead", side = "mid",
    say = {
      into = { { "On to the forehead. The eyebrows go high.", pause = 2 } },
      brief = { { "Forehead again.", pause = 1.5 } },
      go = { "In, and lift.", "Breathe in. Lift." },
      let = { "Smooth, like a sheet being drawn flat.", "Let the scalp slide back as well." },
    },
  },
  ["eyes"] = {
    name = "eyes and nose", side = "mid", light = true,
    say = {
      into = { { "Eyes and nose, narrow and wrinkled.", pause = 1 }, { "With contact lenses, only lightly.", pause = 1.5 } },
      brief = { { "Around the eyes again.", pause = 1.5 } },
      go = { "In, and squint.", "Breathe in, and squint." },
      let = { "The lids just lie there.", "Dark, and soft around the eyes." },
    },
  },
  ["jaw"] = {
    name = "jaw and lips", side = "mid", light = true,
    say = {
      into = { { "Lips together, and the teeth just meeting.", pause = 2 } },
      brief = { { "Jaw and lips again.", pause = 1.5 } },
      go = { "In. Press lightly.", "Breathe in, press lightly." },
      let = { "Teeth apart. The jaw hangs.", "The tongue lies down, too." },
      caution = { { "Jaw sore, or clicking? Press only the lips.", pause = 1 } },
    },
  },
  ["neck"] = {
    name = "neck, lightly into the pillow", side = "mid", light = true,
    say = {
      into = { { "The head presses back into its pillow, very lightly.", pause = 2 } },
      brief = { { "The neck, as lightly as before.", pause = 1.5 } },
      go = { "In, hardly pressing.", "Breathe in, hardly pressing." },
      let = { "The head rolls to where it is easiest.", "Let the pillow have all of it." },
      caution = { { "Neck trouble of late? Rest during this one.", pause = 1.5 } },
    },
  },
  ["chest"] = {
    name = "chest, with one full breath", side = "mid", light = true,
    say = {
      into = { { "For the chest, one full breath is enough.", pause = 2 } },
      brief = { { "Once more the wide breath.", pause = 1.5 } },
      go = { "In, slow and wide.", "And in, wide." },
      let = { "It flows out by its own weight.", "Small breaths will do for a while." },
    },
  },
  ["belly"] = {
    name = "belly", side = "mid",
    say = {
      into = { { "The belly grows firm, as before a cough.", pause = 2 } },
      brief = { { "Belly again.", pause = 1.5 } },
      go = { "In, and firm.", "Breathe in, and firm." },
      let = { "Loose, round, unguarded.", "It rises and sinks by itself." },
    },
  },
  ["back"] = {
    name = "back, lightly", side = "mid", light = true,
    say = {
      into = { { "Next the back. Only a small arch.", pause = 2 } },
      brief = { { "That small arch again.", pause = 1.5 } },
      go = { "In, a slight arch.", "Breathe in, arch slightly." },
      let = { "Sink into what is under you.", "Every bone finds its place to lie." },
      caution = { { "Back trouble of late? Leave this one out.", pause = 1.5 } },
    },
  },
  ["buttocks"] = {
    name = "buttocks", side = "mid",
    say = {
      into = { { "The buttocks, squeezed together.", pause = 2 } },
      brief = { { "The seat again.", pause = 1.5 } },
      go = { "Breathe in, and squeeze.", "In, and squeeze." },
      let = { "Broad and heavy.", "The seat spreads out." },
    },
  },
  ["thighs"] = {
    name = "thighs", side = "mid",
    say = {
      into = { { "Thighs now. The knees push themselves straight.", pause = 2 } },
      brief = { { "Once more the thighs.", pause = 1.5 } },
      go = { "In, and push.", "Breathe in, and push." },
      let = { "The knees soften. The legs roll out.", "So much muscle, doing nothing." },
    },
  },
  ["calves"] = {
    name = "calves, toes up", side = "mid",
    say = {
      into = { { "For the calves, the toes come up toward you.", pause = 2 } },
      brief = { { "The calves again.", pause = 1.5 } },
      go = { "In, toes up.", "Breathe in, toes up." },
      let = { "Ankles loose again.", "The calves just lie there." },
    },
  },
  ["feet"] = {
    name = "feet", side = "mid",
    say = {
      into = { { "And the feet. Toes curl a little; they cramp easily.", pause = 2 } },
      brief = { { "The feet, as gently as before.", pause = 1.5 } },
      go = { "In, and curl.", "Breathe in, and curl." },
      let = { "Spread them once, then forget them.", "Warm soles, or cool ones." },
    },
  },
}
