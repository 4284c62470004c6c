-- A small muscle that lifts the top ribs: here the breath does half of the work, and a light lean the rest.
return {
  title    = "High, under the shoulder blade",
  summary  = "The deep spot at the blade's upper corner, with breath and a soft ball.",
  region   = "upper-back",
  position = { "wall" },
  tools    = { "ball-soft" },
  points   = { "serratus-posterior-superior" },
  minutes  = { 4, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "brown" }
    step "Welcome"
    welcome {
      "A deep place, high up under the shoulder blade.",
      lines = { { "A light lean is enough. The breath helps.", pause = 1, more = 3 } },
      position = {
        { "Soft ball, long sock, and a free piece of wall.", pause = 2.5 },
        { "For now, stand with your back against it.", pause = 4 },
      },
    }

    step "Breath in the back"
    settle {
      cycles = 3,
      lines = {
        { "Lay your fingertips just under the collarbones.", pause = 3, more = true },
        { "Let the top ribs rise and fall by themselves.", pause = 3 },
        { "Any pace that suits you is right.", pause = 1, more = 1 },
      },
    }
    rate { "Under the blades: how tight, zero to ten?", point = "serratus-posterior-superior", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Under the left blade" or "Under the right blade")
      find  { "serratus-posterior-superior", side }
      press { "serratus-posterior-superior", side, seconds = 25, times = 2 }
      tell {
        { "Take three breaths without the ball.", "Stand there for three easy breaths.", pause = 12, more = true },
      }
    end

    step "Between the blades"
    stretch { "self-hug", seconds = 30 }

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "How is it under there now, zero to ten?", point = "serratus-posterior-superior", when = "after", more = 2 }
    finish {
      test = {
        { "One full breath, high into the back.", pause = 5 }, { "Does it go in more freely, or the same?", pause = 2.5, more = 1 },
      },
      lines = { { "Let the shoulders find their own place.", pause = 3, more = 1 } },
    }
  end,
}
