-- Front, outside and back of the lower leg from one chair, for legs that have walked or run far.
return {
  title    = "Shin and outer ankle",
  summary  = "The front, the outside and the back of the lower leg, after a long way.",
  region   = "leg",
  position = { "chair" },
  tools    = { "knuckles", "fingers", "thumb" },
  points   = { "tibialis-anterior", "peroneals", "soleus" },
  minutes  = { 7, 8, 13 },
  dose     = "tour",
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    local function lines(side, both_legs, now_the_right)
      return with.side == "both" and side == "right" and now_the_right or both_legs
    end

    bed { colour = "pink" }
    step "Welcome"
    welcome {
      "For shins and ankles that have come a long way.",
      lines = { { "A leg swollen, hot, or sore on the bone? Not today.", pause = 0.6 } },
      position = { { "Sit down, legs bare if you can.", pause = 2 } },
    }
    settle {
      breath = "calm-46", cycles = 1,
      lines = { { "The road is behind you. Just sit.", "Let the feet stand still at last.", pause = 0.6 } },
    }
    rate { "How tired are the shins, zero to ten?", point = "tibialis-anterior", when = "before", more = 3 }

    step "Front"
    for side in sides(with.side) do
      find { "tibialis-anterior", side, lines = lines(side, {
        { "Foot flat, loose fist on the upper shin.", pause = 2.5 },
        { "Lift the toes once: it rises. Lay them down.", pause = 3, more = 3 },
        { "A thumb-width outside the edge of the bone.", pause = 2.5 },
        { "Try a slow stroke. Keep the tender part.", pause = 3, more = 3 },
      }, { { "Upper shin, a thumb-width outside the bone.", pause = 2.5 } }) }
      press { "tibialis-anterior", side, seconds = 25, level = 5, lines = { done = {} } }
    end

    step "Outside"
    for side in sides(with.side) do
      find { "peroneals", side, lines = lines(side, {
        { "Now the outside: the bony knob below the knee.", pause = 3 },
        { "A full hand-width down, three fingertips.", pause = 2.5 },
        { "Strum to and fro, and stay on the tight string.", pause = 4, more = 3 },
      }, { { "A full hand-width below this knob, three fingertips.", pause = 3 } }) }
      press { "peroneals", side, seconds = 15, level = 5, lines = { done = {} } }
    end

    step "Back"
    for side in sides(with.side) do
      find { "soleus", side, lines = lines(side, {
        { "Now the back: ankle on the other knee, thumbs behind.", pause = 3 },
        { "Two hand-widths above the heel, to the inner side.", pause = 3 },
        { "Draw across it slowly, and stop where it aches.", pause = 4, more = 3 },
      }, { { "This ankle up. Two hand-widths above the heel.", pause = 3.5 } }) }
      press { "soleus", side, seconds = 15, level = 5, lines = { done = {} } }
    end

    step "Length"
    for side in sides(with.side) do
      stretch { "shin-point", side, seconds = 10 }
      move { "ankle-circles", side, seconds = 10, lines = { { "Now circles with the {side} foot, both ways.", pause = 0.5 } } }
    end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false, every = 4, lines = { "Let the shins forget the road." } }
    rate { "And how tired are they now?", point = "tibialis-anterior", when = "after", seconds = 6, more = 1 }
    finish {
      test = { { "Toes up, toes down, both feet together.", pause = 3 } },
      lines = { { "Let the next steps be short and soft.", pause = 1, more = 3 } },
    }
  end,
}
