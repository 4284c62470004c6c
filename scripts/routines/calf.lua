-- The calves on one roller, from the top down and out to the side, without getting up; then both stretches at the wall.
return {
  title    = "Calves",
  summary  = "For tight or weary calves: three places on a roller, then the wall.",
  region   = "leg",
  position = { "floor", "wall" },
  tools    = { "roller" },
  points   = { "gastrocnemius-inner", "soleus", "gastrocnemius-outer" },
  minutes  = { 7, 8, 14 },
  dose     = "tour",
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    local function second(side) return with.side == "both" and side == "right" end

    bed { colour = "brown" }
    step "Welcome"
    welcome {
      "For calves that are tight or weary.",
      lines = {
        { "A swollen, hot or red calf? Then not today.", pause = 0.6 },
        { "Sit on the floor by a wall, roller beside you.", pause = 3 },
        { "Shake the legs a little, and let them lie.", pause = 4, more = 3 },
      },
    }
    settle {
      breath = "calm-46", cycles = 1,
      lines = { { "Long legs, and let them be heavy.", "Leave both legs to the floor.", pause = 0.6 } },
    }
    rate { "How tight are they, zero to ten?", point = "gastrocnemius-inner", when = "before", more = 3 }

    step "Inner calf"
    for side in sides(with.side) do
      find { "gastrocnemius-inner", side, lines = second(side) and {
        { "The same place on this leg, toes a little in.", pause = 3 },
        { "Rock over it, and rest where it is tender.", pause = 3, more = 3 },
      } or {
        { "Roller under the calf, a hand-width below the knee.", pause = 3 },
        { "Lean back on both hands, the other foot flat.", pause = 3, more = 3 },
        { "Toes a little in. Rock, then rest where it aches.", pause = 3 },
      } }
      press { "gastrocnemius-inner", side, seconds = 20, level = 5, lines = { done = {} } }
    end

    step "Lower calf"
    for side in sides(with.side) do
      find { "soleus", side, lines = second(side) and {
        { "Lower down here too, well above the heel.", pause = 3 },
        { "Slide to and fro, and choose the place.", pause = 3, more = 3 },
      } or {
        { "Now lower: the roller two hand-widths above the heel.", pause = 3 },
        { "Toes to the ceiling. Slide a little, up and down.", pause = 4, more = 3 },
      } }
      press { "soleus", side, seconds = 20, level = 5, lines = {
        press = { "On a breath out, heavy leg, to a {level}." }, press_gentle = { "On a breath out, just let it lie." },
        hold = { "Loose ankle. The foot may hang.", "The roller carries. You need not." },
        off = { "Lift the leg off the roller.", "Let it lie." }, done = {},
      } }
    end

    step "Outer calf"
    for side in sides(with.side) do
      find { "gastrocnemius-outer", side, lines = second(side) and {
        { "Up with the roller, and let this foot fall open.", pause = 3 },
      } or {
        { "Roller up again, a hand-width below the knee.", pause = 2.5 },
        { "This time the foot falls open.", pause = 2.5 },
        { "Scoot a thumb-width up or down, to the place.", pause = 4, more = 3 },
      } }
      press { "gastrocnemius-outer", side, seconds = 15, level = 5, lines = {
        caution = { "All as before.", "Stay away from the outer knee knob." }, done = {},
      } }
    end

    step "At the wall"
    tell { { "Roller away. Get up by way of the knees.", pause = 7 } }
    for side in sides(with.side) do
      stretch { "calf-straight", side, seconds = 10 }
      stretch { "calf-bent", side, seconds = 10 }
    end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false, every = 4, lines = { "Easy calves, slow breath." } }
    rate { "And how tight are they now?", point = "gastrocnemius-inner", when = "after", seconds = 6, more = 1 }
    finish {
      test = { { "Rise onto your toes, slowly, and come down.", pause = 3 } },
      lines = { { "Easy steps for the next hour, if you can.", pause = 1, more = 3 } },
    }
  end,
}
