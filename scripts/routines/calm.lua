-- Four seconds in, six out: the breath that is also under every press, here on its own.
return {
  title    = "Calm breath four-six",
  summary  = "Five minutes of a short breath in and a longer one out.",
  region   = "breath",
  position = { "chair", "bed", "floor" },
  tools    = {},
  points   = {},
  minutes  = { 3, 5, 10 },

  play = function(with)
    bed { kind = "noise", colour = "brown" }
    step "Sit or lie"
    welcome {
      "A breath in, and a longer breath out.",
      pressing = false,
      lines = {
        { "Safe on a chair or a bed, never at the wheel.", pause = 1 },
        { "Loosen what is tight at the waist.", "Undo a button, if one presses.", pause = 3, more = true },
      },
    }
    rest(8)

    step "Four in, six out"
    tell {
      { "The tone rises for in, and falls for out.", pause = 1 },
      { "Your own pace is fine, too.", pause = 1 },
      { "Dizzy at any time? Breathe as you like.", pause = 1.5 },
    }
    breathe {
      "calm-46", cycles = 20, every = 4,
      lines = {
        "Long and unhurried.", "Let it leave by itself.", "Less is enough.", "The jaw may hang.", "Out, to the very end.",
        "Shoulders down a little.", "Like fogging a window.", "No need to fill up.",
      },
    }

    step "Close"
    tell { { "That was the last tone. Just breathe.", "The tones are over. The breath goes on.", pause = 10 } }
    finish {
      test = false,
      lines = {
        { "Notice how you sit, or lie, right now.", pause = 4, more = 1 },
        { "Stretch whatever would like to be stretched.", pause = 3, more = true },
      },
    }
  end,
}
