-- Where nothing is ever pressed: for learning it by ear, with the eyes closed and the hands at rest.
local regions = { "head", "face", "neck", "shoulder", "chest", "back", "belly", "arm", "hip", "thigh", "knee", "leg", "foot", "anywhere" }

return {
  title    = "Where never to press",
  summary  = "The places that are left alone, from head to foot. Nothing is pressed.",
  region   = "whole body",
  position = { "chair", "bed" },
  tools    = {},
  points   = {},
  minutes  = { 7, 8, 12 },
  params   = { region = { "all", table.unpack(regions) } },

  play = function(with)
    bed()
    step "Welcome"
    welcome {
      "The places that are left alone.",
      pressing = false,
      lines = {
        { "Nothing is pressed now. Only listen, or follow with a fingertip.",
          "Nothing is pressed now. Listen, with the hands at rest.", pause = 1, more = 1 },
        { "What passes there is close under the skin.", pause = 1, more = 3 },
        { "Vessels, nerves, glands and bare bone.", pause = 2, more = 3 },
      },
    }

    for _, region in ipairs(regions) do
      if with.region == "all" or with.region == region then
        local name = region == "anywhere" and "Anywhere" or "The " .. region
        step(name)
        say(name .. ".")
        rest(1)
        never { region }
        rest(2)
      end
    end

    step "Close"
    breathe { "calm-46", cycles = 2, words = false }
    finish {
      test = false,
      lines = { { "When in doubt, leave it out.", "Where you are in doubt, keep off.", "Not sure of a place? Leave it alone.", pause = 2 }, { "You can read all of it, too.", pause = 1, more = 3 } },
    }
  end,
}
