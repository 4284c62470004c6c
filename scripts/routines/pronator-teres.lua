-- The slanting band that turns the palm down: found by turning, pressed lightly, and turned again with a breath between the arms.
return {
  title    = "The palm-down turner",
  summary  = "A slanting band below the inner elbow, with a light thumb and slow turns.",
  region   = "forearm",
  position = { "chair", "table" },
  tools    = { "thumb" },
  points   = { "pronator-teres" },
  minutes  = { 4, 7, 10 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "For arms that lie palm down all day, on keys and mice.",
      lines = {
        { "One thumb, a few quiet minutes.", pause = 1, more = 1 },
        { "Take a chair at a table, feet flat.", pause = 2 },
      },
    }

    step "Half open"
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "Rest both hands on their little-finger edge.", pause = 2 },
        { "Like two doors, half open.", "Neither up nor down: half open.", pause = 2, more = 1 },
        { "The breath sets its own pace.", pause = 1 },
      },
    }
    rate { "Turn both palms up. How tight, zero to ten?", point = "pronator-teres", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left forearm" or "Right forearm")
      find  { "pronator-teres", side }
      press { "pronator-teres", side, seconds = 15, times = 2 }
      move  { "palm-turn", side, seconds = 20 }
      tell  { { "One easy breath, both hands in the lap.", pause = 7, more = true } }
    end

    step "Close"
    rate { "Palms up again. How tight is it now?", point = "pronator-teres", when = "after", more = 2 }
    finish {
      test = {
        { "Pour from a jug in the air, one hand, then the other.", pause = 5 },
        { "Smoother, the same, or stiffer?", pause = 2, more = 1 },
      },
      lines = { { "Set the jug down. Rest both arms.", pause = 3, more = 1 } },
    }
  end,
}
