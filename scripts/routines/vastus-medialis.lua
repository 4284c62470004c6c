-- The teardrop above the inner knee, with both thumbs, the leg lying straight; the kneecap is left alone.
return {
  title    = "Above the inner knee",
  summary  = "The teardrop of muscle just above the inner knee, with your thumbs.",
  region   = "thigh",
  position = { "chair", "floor", "standing" },
  tools    = { "thumb" },
  points   = { "vastus-medialis" },
  minutes  = { 5, 9, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "The small teardrop above the inner knee.",
      lines = {
        { "Two chairs, face to face, make this easy.", pause = 1 },
        { "Or sit on the floor, your back against something.", pause = 2 },
      },
    }

    step "Loose knees"
    tell {
      { "Stretch both legs out, heels down.", pause = 3 },
      { "Tighten both thighs, so the kneecaps climb.", pause = 3 },
      { "Let go. They slide down again.", pause = 3 },
      { "Once or twice more, at your own speed.", pause = 7, more = 2 },
    }
    settle {
      breath = "calm-46", cycles = 2,
      lines = { { "Now leave the legs alone, and breathe.", "Legs at rest. Only the breath moves.", pause = 1.5 } },
    }
    rate { "How tender is it above the knee, zero to ten?", point = "vastus-medialis", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left knee" or "Right knee")
      find  { "vastus-medialis", side }
      press { "vastus-medialis", side, seconds = 25, times = 2, level = 4 }
      tell  { { side == "left" and "Shake out the thumbs." or "Rest both hands in the lap.", pause = 3 } }
    end

    step "Lengthen"
    tell { { "Get up without hurry, and find a support.", pause = 7 } }
    for side in sides(with.side) do stretch { "standing-quad", side, seconds = 20 } end

    step "Close"
    tell { { "Sit down once more.", pause = 4 } }
    breathe { "calm-46", cycles = 1, words = false, every = 4, lines = { "The knees have nothing to do." } }
    rate { "And above the knee now?", point = "vastus-medialis", when = "after", more = 2 }
    finish {
      test = {
        { "Stand up from the chair, and sit again.", pause = 7 },
        { "Do the knees feel easier, the same, or less easy?", pause = 2, more = 1 },
      },
    }
  end,
}
