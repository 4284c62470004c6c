-- Four equal sides: in, hold, out, rest. Whoever must not hold the breath takes gentle mode, which has none of it.
return {
  title    = "Box breathing",
  summary  = "In, hold, out, rest: four seconds each, for a clear head.",
  region   = "breath",
  position = { "chair" },
  tools    = {},
  points   = {},
  minutes  = { 3, 5, 9 },
  params   = { mode = { "standard", "gentle" } },

  play = function(with)
    local held = with.mode ~= "gentle"
    bed { kind = "noise", colour = "pink", db = -44 }
    step "Sit up"
    welcome {
      held and "Breathing around the four sides of a box." or "Even breathing for a clear head, without holding.",
      pressing = false,
      lines = {
        { "Sit where nothing can happen: no wheel, no water, no ladder.", pause = 0.8 },
        { "Sit tall, feet flat, hands in the lap.", pause = 2, more = 1 },
      },
    }
    if held then
      tell {
        { "Pregnant, epileptic, heart, lungs or eyes? Gentle mode, please.", pause = 0.8 },
        { "High pressure, or prone to panic? The same.", pause = 0.8 },
      }
    end
    rest(6)

    step(held and "The box" or "The line")
    tell {
      { held and "Four seconds a side. Holding is only waiting." or "In for a while, out for a little longer.", pause = 1 },
      { held and "Leave out a side whenever you like." or "Your own pace is fine.", pause = 1 },
    }
    breathe {
      "box-4444", seconds = 208, every = 2,
      lines = {
        held and "Soft corners." or "Longer out.", "Face loose.", "Easy air.", "Throat open.", "Steady.", "Quiet eyes.", "Only this.",
        held and "Round again." or "And again.",
      },
    }

    step "Close"
    tell { { held and "Step out of the box. Breathe as you please." or "Let the counting go. Breathe as you please.", pause = 7 } }
    finish {
      test = false,
      lines = { { "Look around: one thing near, one thing far.", "Find something blue with your eyes.", pause = 4, more = 1 } },
    }
  end,
}
