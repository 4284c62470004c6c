-- Light strokes over the lowest ribs of the back, sitting: skin and breath, no weight at all.
return {
  title    = "Lowest back ribs",
  summary  = "Light strokes with the flat hand over the lowest ribs of the back.",
  region   = "low-back",
  position = { "chair" },
  tools    = { "palm" },
  points   = { "serratus-posterior-inferior" },
  minutes  = { 4, 7, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "Light strokes for the lowest ribs, at the back.",
      lines = { { "Nothing here is pressed hard. A flat hand does it.", pause = 1, more = 1 } },
      position = { { "Sit on a stool, or sideways on a chair.", pause = 3 } },
    }

    step "Ribs"
    settle {
      breath = "soft-34", cycles = 3,
      lines = {
        { "Lay the backs of the hands on the lowest ribs.", pause = 3 },
        { "Feel them open and close, like a bellows.", "Feel them widen, and draw in.", pause = 2 },
        { "Any pace is a good one.", pause = 1, more = 1 },
      },
    }
    rate { "How achy are those ribs, zero to ten?", point = "serratus-posterior-inferior", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left ribs" or "Right ribs")
      find    { "serratus-posterior-inferior", side }
      press   { "serratus-posterior-inferior", side, seconds = 20, times = 2, level = 2 }
      stretch { "side-bend-reach", side, seconds = 20 }
    end

    step "Close"
    breathe { "soft-34", cycles = 3, words = false, every = 4, lines = { "Easy ribs." } }
    rate { "And now, those ribs?", point = "serratus-posterior-inferior", when = "after", more = 2 }
    finish {
      test = {
        { "Turn the chest slowly to one side, then the other.", pause = 6 },
        { "Is the turn freer, the same, or stiffer?", pause = 2, more = 1 },
      },
    }
  end,
}
