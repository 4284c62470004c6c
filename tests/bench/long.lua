-- Three quarters of an hour, for the benches: every site there is, both sides, stretches and a lot of breathing.
return {
  title   = "Long",
  points  = { "upper-trapezius", "suboccipitals" },
  minutes = { 45 },
  params  = { mode = { "standard", "gentle", "firm" } },
  cap     = 60,

  play = function()
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome { "A long one.", lines = { { "You need two soft balls and a table.", pause = 2 } } }
    step "Arrive"
    settle { breath = "even-5", cycles = 6 }
    breathe { "calm-46", cycles = 6, lines = { "Soft belly.", "Let the chair carry you.", "Quiet and even." } }

    for round = 1, 2 do
      for side in sides "both" do
        step { ("Shoulder %s %d"):format(side, round) }
        rate { "How tense is this shoulder, zero to ten?", point = "upper-trapezius", when = round == 1 and "before" or "after" }
        find { "upper-trapezius", side }
        press { "upper-trapezius", side, seconds = 25, times = 3 }
        stretch { "neck-side-tilt", side, seconds = 20, times = 2 }
        move { "shoulder-rolls", times = 2 }
        rest(10)
        breathe { "calm-46", cycles = 5, lines = { "Let the shoulders drop.", "Thoughts drift. Come back." } }
      end
      step { "Length " .. round }
      stretch { "neck-turn-slow", times = 2 }
      breathe { "coherent-55", cycles = 12, words = false, lines = { "Just this breath.", "Soft jaw.", "Nothing to reach for." } }
    end

    for round = 1, 2 do
      step { "Base of the skull " .. round }
      find { "suboccipitals" }
      press { "suboccipitals", seconds = 30, times = 3 }
      stretch { "chin-tuck-nod", seconds = 20, times = 2 }
      breathe { "long-48", cycles = 7, words = false, every = 4, lines = { "Heavy and still.", "Let the floor hold you." } }
    end

    step "Drift"
    breathe { "even-5", cycles = 17, words = false, every = 5, lines = { "Quiet.", "As it comes.", "Like a slow wave." } }
    step "Close"
    rate { point = "suboccipitals", when = "after" }
    finish { lines = { { "Roll onto one side, and push up slowly.", pause = 4 } } }
  end,
}
