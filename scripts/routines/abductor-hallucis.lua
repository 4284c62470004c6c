-- The inner edge of the foot, held in both hands; between the holds and after them the arch is drawn up on the floor.
return {
  title    = "Inner edge of the foot",
  summary  = "The soft strip below the arch, from heel to big toe, with the thumbs.",
  region   = "foot",
  position = { "chair" },
  tools    = { "thumb", "knuckles" },
  points   = { "abductor-hallucis" },
  minutes  = { 5, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "brown" }
    step "Welcome"
    welcome {
      "The inner edge of each foot, in your own hands.",
      lines = { { "Bare feet are best. Take your time for that.", pause = 6, more = 1 } },
      position = { { "Back against the chair, shoulders low.", pause = 2 } },
    }

    step "Short feet"
    tell {
      { "Both feet flat. Draw each arch up, toes long.", pause = 4 },
      { "Let it spread again. And twice more.", pause = 8, more = 1 },
    }
    settle {
      breath = "calm-46", cycles = 2,
      lines = { { "Feet wide, shoulders low, breath easy.", "Wide feet, quiet hands, easy breath.", pause = 1.5 } },
    }
    rate { "How tense are the arches, zero to ten?", point = "abductor-hallucis", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left foot" or "Right foot")
      find  { "abductor-hallucis", side }
      press { "abductor-hallucis", side, seconds = 25, times = 2, level = 4 }
      tell {
        { "Foot to the floor. Draw the arch up once more.", pause = 3.5, more = 1 },
        { "And let it spread.", pause = 2.5, more = 1 },
      }
    end

    step "Long arches"
    for side in sides(with.side) do stretch { "toe-pull", side, seconds = 20 } end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false, every = 4, lines = { "Soft arches, soft eyes." } }
    rate { "And the arches now, zero to ten?", point = "abductor-hallucis", when = "after", more = 2 }
    finish {
      test = {
        { "Lean the weight to the inner edges, then the outer.", pause = 5 },
        { "Softer, the same, or stiffer?", pause = 2, more = 1 },
      },
      lines = { { "Both feet flat, and all of each sole down.", pause = 3, more = 1 } },
    }
  end,
}
