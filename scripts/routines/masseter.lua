-- The jaw: how far it opens first, a humming breath, both sides of the chewing pad, and the opening once more.
return {
  title    = "Jaw muscles",
  summary  = "The chewing pads, after a day of clenched teeth.",
  region   = "jaw",
  position = { "table" },
  tools    = { "fingers", "knuckles" },
  points   = { "masseter" },
  minutes  = { 4, 7, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "brown" }
    step "Welcome"
    welcome {
      "Time off for the jaw.",
      lines = {
        { "Sit at a table. Nothing in the mouth.", pause = 2.5 },
        { "Teeth need to meet only for eating.", pause = 1, more = 3 },
      },
    }

    step "How far it opens"
    tell {
      { "Open the mouth, only as far as is easy.", pause = 3 },
      { "How many of your fingers fit, one above another?", pause = 5, more = 1 },
      { "Keep that in mind, and let it shut.", pause = 2, more = 1 },
    }
    rate { "How tired is the jaw, zero to ten?", point = "masseter", when = "before", more = 2 }

    step "Hum"
    settle {
      breath = "calm-46", cycles = 3,
      lines = {
        { "Hum on each breath out, if you like.", pause = 1 },
        { "Let the lips and cheeks buzz.", "Quietly, so that the cheeks buzz.", pause = 2, more = 1 },
      },
    }

    for side in sides(with.side) do
      step(side == "left" and "Left of the jaw" or "Right of the jaw")
      find  ("masseter", side)
      press { "masseter", side, seconds = 20, times = 2 }
    end

    step "Drop and close"
    tell { { "Lift your face from the hands.", pause = 3 } }
    stretch { "jaw-open-tongue-up", "mid", seconds = 25 }

    step "Close"
    rate { "And how tired is it now?", point = "masseter", when = "after", more = 2 }
    finish {
      test = {
        { "Open once more, as far as is easy.", pause = 4 },
        { "More fingers, the same, or fewer?", pause = 4, more = 1 },
      },
      lines = {
        { "Say it silently: lips closed, teeth apart.", pause = 3 },
        { "A good thing to remember in a queue.", pause = 1, more = 3 },
      },
    }
  end,
}
