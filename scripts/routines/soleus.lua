-- Low in the calf, above the heel: sitting, with the thumbs; a breath between the legs; then the wall with bent knees.
return {
  title    = "Lower calf",
  summary  = "The flat muscle between calf and heel, with both thumbs.",
  region   = "leg",
  position = { "chair", "wall" },
  tools    = { "thumb" },
  points   = { "soleus" },
  minutes  = { 5, 9, 13 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "brown" }
    step "Welcome"
    welcome {
      "The lower calves, between the bulge and the heel.",
      lines = {
        { "A leg that is swollen or hot? See somebody first.", pause = 1 },
        { "This muscle works whenever you stand.", pause = 1, more = 3 },
        { "A chair near a wall, and your two thumbs.", pause = 2 },
      },
    }

    step "Heels"
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "Both feet on the floor. Let the heels sink.", "Feel both heels on the floor.", pause = 2 },
        { "Breathe as it suits you.", pause = 1 },
      },
    }
    tell {
      { "Bend forward, and stroke both calves up to the knee.", pause = 4, more = 1 },
      { "Twice more, slow and broad. Then lean back.", pause = 7, more = 1 },
    }
    rate { "Low in the calves: how tense, zero to ten?", point = "soleus", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left lower calf" or "Right lower calf")
      find  { "soleus", side }
      press { "soleus", side, seconds = 25, times = 2, level = 5 }
      breathe { "calm-46", cycles = 1, words = false, every = 4, lines = { "Let the leg have this breath." } }
    end

    step "Bent knees"
    tell { { "Get up slowly, and turn to the wall.", pause = 5 } }
    for side in sides(with.side) do stretch { "calf-bent", side, seconds = 20 } end

    step "Close"
    rate { "And now, low in the calves?", point = "soleus", when = "after", more = 2 }
    finish {
      test = {
        { "Fingers on the wall. Rise onto the toes, and sink.", pause = 5 },
        { "Lighter, the same, or heavier?", pause = 2, more = 1 },
      },
      lines = { { "Let both heels arrive on the floor.", pause = 3 } },
    }
  end,
}
