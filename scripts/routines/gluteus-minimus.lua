-- Halfway between the crest of the pelvis and the bump of the hip, sideways at the wall, with its stretch at the same wall.
return {
  title    = "Deep side of the hip",
  summary  = "The small deep muscle at the side of the hip, standing sideways to a wall.",
  region   = "hip",
  position = { "wall" },
  tools    = { "ball-soft" },
  points   = { "gluteus-minimus" },
  minutes  = { 5, 9, 14 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "The deep side of the hip, under the trouser seam.",
      lines = {
        { "All of it standing, with a wall beside you.", pause = 1, more = 1 },
        { "Hold a soft ball, and stand at arm's length.", pause = 3 },
      },
    }

    step "Loosen"
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "One hand on the wall. Let the near leg swing.", pause = 6 },
        { "Turn about, and swing the other one.", pause = 8, more = 1 },
        { "Now two breaths, standing quite still.", "Stand still. Two breaths, yours to time.", pause = 1 },
      },
    }
    rate { "How does the side of the hip feel, ten being very tense?", point = "gluteus-minimus", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left side" or "Right side")
      find    { "gluteus-minimus", side }
      press   { "gluteus-minimus", side, seconds = 25, times = 2, level = 5 }
      stretch { "crossed-lean", side, seconds = 20 }
    end

    step "Close"
    tell { { "Rest the whole back on the wall, feet a step out.", pause = 4 } }
    breathe { "calm-46", cycles = 2, words = false, every = 4, lines = { "The wall has time." } }
    rate { "And the side of the hip now?", point = "gluteus-minimus", when = "after", more = 2 }
    finish {
      test = {
        { "A hand on the wall. Lift one leg out, then the other.", pause = 7 },
        { "Lighter to lift, the same, or heavier?", pause = 2, more = 1 },
      },
      lines = { { "Tonight, try a pillow between the knees.", pause = 1, more = 2 } },
    }
  end,
}
