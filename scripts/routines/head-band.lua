-- For a day that sits round the head like a band: the shoulders at a table, then lying down the skull base and the temples.
local shoulder = {
  { "Elbow on the table. Reach across to the roll.", pause = 2 },
  { "Halfway along, thumb in front, fingers behind.", pause = 2 },
  { "Keep the most tender part of it.", pause = 3 },
}
local base = {
  { "Feel for the ridge at the back of your skull.", pause = 3 },
  { "Set one ball, or your fingertips, in each hollow below.", pause = 4 },
  { "Nod a tiny yes. It firms. Now rest.", pause = 3 },
}
local temple = {
  { "Fingertips to the temple, elbow wherever it lies.", pause = 2 },
  { "From the eye, two finger-widths back, and one up.", pause = 3 },
}

return {
  title    = "Head-band ease",
  summary  = "For the head-band feeling at the end of a long day.",
  region   = "head",
  dose     = "tour",
  position = { "table", "floor" },
  tools    = { "pinch", "peanut", "fingers" },
  points   = { "upper-trapezius", "suboccipitals", "temporalis" },
  minutes  = { 6.5, 10, 16 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "brown" }
    step "Welcome"
    welcome {
      "For a day that sits round the head like a band.",
      lines = {
        { "First at a table, then lying on the floor.", pause = 1 },
        { "Two soft balls in a sock, or just fingertips.", pause = 1, more = 1 },
        { "Recent whiplash, rheumatoid or loose neck? Not this one.", pause = 1 },
        { "A sudden headache, the worst ever? Call your emergency number.", pause = 1 },
      },
    }
    settle {
      breath = "calm-46", cycles = 2,
      lines = { { "Turn the lights low, if you can.", "Dim the room, if you can.", pause = 3, more = true }, { "Rest your chin on your hands.", pause = 2, more = 3 } },
    }

    local way = shoulder -- the first side is led to with the words above, the second with the place's own
    for side in sides(with.side) do
      step(side == "left" and "Left shoulder top" or "Right shoulder top")
      find  { "upper-trapezius", side, lines = way }
      press { "upper-trapezius", side, seconds = 25, level = 5 }
      way = nil
    end

    step "Lying down"
    tell {
      { "Now to the floor, slowly, balls in one hand.", pause = 7 },
      { "Lie on your back with the knees bent.", pause = 4 },
    }
    find  { "suboccipitals", lines = base }
    press { "suboccipitals", seconds = 30, level = 4 }

    way = temple
    for side in sides(with.side) do
      step(side == "left" and "Left temple" or "Right temple")
      find  { "temporalis", side, lines = way }
      press { "temporalis", side, seconds = 15, level = 4 }
      way = nil
    end

    step "A small yes"
    stretch { "chin-tuck-nod", "mid", seconds = 20 }

    step "Close"
    breathe {
      "long-48", cycles = 5,
      lines = { "Let the band grow wide.", "Forehead like still water.", "The floor has the head." },
    }
    rate { "How tight is the band now, zero to ten?", point = "temporalis", when = "after", more = 2 }
    finish {
      test = false,
      lines = {
        { "Bend the knees, roll onto one side, and wait.", pause = 5 },
        { "Come up by the hands, the head last.", pause = 4 },
      },
    }
  end,
}
