-- The palm side of the forearm, with the weight of the knuckles: both forearms lie open on the table like two books.
return {
  title    = "Palm side of the forearm",
  summary  = "Knuckles that rest below the inner elbow, for hands that grip and carry.",
  region   = "forearm",
  position = { "chair", "table" },
  tools    = { "knuckles", "thumb" },
  points   = { "wrist-flexors" },
  minutes  = { 4, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "brown" }
    step "Welcome"
    welcome {
      "The inner forearms, that close the hands.",
      lines = {
        { "All it takes is a table and a relaxed fist.", pause = 1, more = 1 },
        { "Sit so that both elbows reach the table.", pause = 2 },
      },
    }

    step "Open hands"
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "Lay both forearms down, palms up, like open books.", "Turn both palms up, and leave them lying there.", pause = 2 },
        { "Whatever the hands were holding, they can put down.", pause = 2, more = 1 },
        { "Your own pace is fine.", pause = 1 },
      },
    }
    rate { "Close both fists once. How tight, zero to ten?", point = "wrist-flexors", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left forearm" or "Right forearm")
      find    { "wrist-flexors", side }
      press   { "wrist-flexors", side, seconds = 25, times = 2, level = 4 }
      stretch { "wrist-bend-up", side, seconds = 20 }
    end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "Close the fists again. How tight is it now?", point = "wrist-flexors", when = "after", more = 2 }
    finish {
      test = {
        { "Palms together at the chest, and lower them slowly.", pause = 5 },
        { "Do the wrists give more, the same, or less?", pause = 2, more = 1 },
      },
      lines = { { "Turn the palms down, and rest on them.", pause = 3, more = 1 } },
    }
  end,
}
