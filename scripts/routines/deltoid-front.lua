-- The front of both shoulders first, sitting; then up and into a doorway for both stretches.
return {
  title    = "The front of the shoulder",
  summary  = "Small circles on the front of the shoulder cap, then a doorway.",
  region   = "shoulder",
  position = { "chair", "doorway" },
  tools    = { "fingers" },
  points   = { "deltoid-front" },
  minutes  = { 4, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed()
    step "Welcome"
    welcome {
      "For the front of the shoulders, after lifting or carrying.",
      position = { { "Sit down, with a doorway not far away.", pause = 3 } },
    }

    step "Arrive"
    settle {
      breath = "calm-46", cycles = 1,
      lines = {
        { "Open your hands, and let the thumbs fall outward.", pause = 3 },
        { "Let the breath be as it is.", "Breathe the way you were breathing already.", pause = 1.5 },
      },
    }
    rate { "The front of the shoulders: how tense, zero to ten?", point = "deltoid-front", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left cap" or "Right cap")
      tell { { "{side} shoulder: brush down its front, three easy times.", pause = 8, more = true } }
      find  { "deltoid-front", side }
      press { "deltoid-front", side, seconds = 20, times = 2, level = 4 }
    end

    step "In the doorway"
    tell { { "Eyes open. Stand up, and go to the doorway.", pause = 10 } }
    for side in sides(with.side) do
      stretch { "doorway-low", side, seconds = 20 }
    end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "And the front of the shoulders now, zero to ten?", point = "deltoid-front", when = "after", more = 2 }
    finish {
      test = {
        { "Lift both arms forward, to the height of the eyes.", pause = 5 },
        { "Lighter, the same, or heavier?", pause = 2.5, more = 1 },
      },
      lines = { { "Stand a while, or sit down again.", pause = 4, more = 1 } },
    }
  end,
}
