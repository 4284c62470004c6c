-- Behind the ball of the foot, between fingers and thumbs, for feet that came out of narrow shoes.
return {
  title    = "Ball of the foot",
  summary  = "The place behind the ball of the foot, after narrow or high shoes.",
  region   = "foot",
  position = { "chair" },
  tools    = { "thumb" },
  points   = { "ball-of-foot" },
  minutes  = { 4, 8, 11 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "pink" }
    step "Welcome"
    welcome {
      "For the balls of the feet, after a day in shoes.",
      lines = {
        { "Shoes and socks off, and wriggle.", pause = 6, more = 1 },
        { "Gout in a toe? Leave that foot in peace.", pause = 1 },
      },
    }

    step "Out of the shoes"
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "Let the toes take all the room they like.", "Give every toe its own place.", pause = 2.5 },
        { "Breathe as you are breathing.", pause = 1 },
      },
    }
    rate { "The balls of the feet: how tender, zero to ten?", point = "ball-of-foot", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Ball of the left foot" or "Ball of the right foot")
      find  { "ball-of-foot", side }
      press { "ball-of-foot", side, seconds = 20, times = 2, level = 4 }
      tell {
        { "Now take each toe, and turn it a little.", pause = 3, more = 2 },
        { "Big toe first, then the rest, one by one.", pause = 9, more = 2 },
      }
      stretch { "toe-pull", side, seconds = 15 }
    end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false, every = 4, lines = { "Ten toes, and room for each." } }
    rate { "And how tender are they now?", point = "ball-of-foot", when = "after", more = 2 }
    finish {
      test = {
        { "Press the toes into the floor, heels light.", pause = 4 }, { "Softer under there, or the same?", pause = 2, more = 1 },
      },
      lines = { { "Leave the shoes off a little longer, if you can.", pause = 2, more = 1 } },
    }
  end,
}
