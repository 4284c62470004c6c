-- Four in, seven held, eight out, four times and no more: short on purpose. Whoever must not hold the breath takes gentle mode.
return {
  title    = "Four-seven-eight",
  summary  = "Four long breaths for the end of the day.",
  region   = "breath",
  position = { "bed", "chair" },
  tools    = {},
  points   = {},
  minutes  = { 3, 4 },
  params   = { mode = { "standard", "gentle" } },

  play = function(with)
    local held = with.mode ~= "gentle"
    bed { kind = "noise", colour = "brown", db = -44 }
    step "Arrive"
    welcome {
      held and "Four breaths, and each of them is long." or "A few long breaths, none of them held.",
      pressing = false,
      lines = {
        { "Lie down, or lean back. Never at the wheel.", pause = 3 },
        { held and "Heart, lungs, eyes, epilepsy, pregnant? Use gentle mode." or "Short of air? Breathe as you like.", pause = 1 },
      },
    }
    tell {
      { "Let the day stay where you left it.", "The day may wait outside the door.", pause = 7, more = 1 },
      { "Feel what holds you: the head, the back, the heels.", pause = 9, more = 3 },
      { "Tongue behind the upper teeth, if you like.", pause = 3, more = true },
      { "First, all the air out.", "Begin by sighing everything out.", pause = 5 },
    }

    step(held and "Four times" or "Long breaths")
    breathe { "relax-478", cycles = 4, every = 3, lines = { "As soft as wind.", "All of it." } }

    step "Close"
    tell {
      { "Enough. Now nothing needs counting.", pause = 8 },
      { "Light in the head? Stay as you are a while.", pause = 4 },
      { "The breath is small now, and looks after itself.", pause = 9, more = 3 },
    }
    finish { test = false, lines = { { "If sleep comes, let it.", "Whatever comes now may come.", pause = 4, more = 1 } } }
  end,
}
