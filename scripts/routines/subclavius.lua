-- The strip under the collarbone, mostly lying down: two fingertips, hardly any weight, and few words.
return {
  title    = "Under the collarbone",
  summary  = "A light visit to the strip below the collarbone.",
  region   = "chest",
  position = { "floor", "bed", "doorway" },
  tools    = { "fingers" },
  points   = { "subclavius" },
  minutes  = { 5, 7, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "brown", db = -44 }
    step "Welcome"
    welcome {
      "A light visit to the collarbones.",
      lines = {
        { "Lightness is the whole of it.", "Less is the point here.", pause = 1 },
        { "You need a floor or bed, and later a doorway.", pause = 1.5 },
      },
    }

    step "Breath under the bones"
    tell {
      { "Sit up first. Lay each hand on its collarbone.", pause = 4 },
      { "Breathe up into the hands.", "Let each breath lift the hands a hair.", pause = 1 },
    }
    breathe { "soft-34", cycles = 3, lines = { "Easy and high.", "A hair is enough.", "Light hands." } }
    tell { { "Let the hands slide off to the sides.", pause = 2 } }
    rate { "How tight is it under the collarbones, zero to ten?", point = "subclavius", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left collarbone" or "Right collarbone")
      find  ("subclavius", side)
      press { "subclavius", side, seconds = 10, times = 2 }
      if with.side == "both" and side == "left" then breathe { "soft-34", cycles = 2, words = false } end
    end

    step "The doorway"
    tell {
      { "Roll over, push up, and sit for a moment.", pause = 7 },
      { "Eyes open. Find a door frame.", pause = 8 },
    }
    for side in sides(with.side) do
      step(side == "left" and "Left arm low" or "Right arm low")
      stretch { "doorway-low", side, seconds = 15 }
    end

    step "Close"
    rate { "Under the collarbones now, zero to ten?", point = "subclavius", when = "after", more = 2 }
    finish {
      test = { { "Draw both shoulders back, and let them go.", pause = 4 }, { "Wider, the same, or narrower?", pause = 2, more = 1 } },
      lines = { { "Stay upright, and breathe high for once.", pause = 4, more = 1 } },
    }
  end,
}
