-- In by the nose, a sip on top, and a long sigh out by the mouth.
return {
  title    = "Long sigh",
  summary  = "Two sips of air and a long sigh, for five minutes.",
  region   = "breath",
  position = { "chair", "bed", "floor" },
  tools    = {},
  points   = {},
  minutes  = { 3, 5, 8 },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Arrive"
    welcome {
      "Sighing, on purpose, for a while.",
      pressing = false,
      lines = {
        { "Sit or lie. Not while driving or bathing.", pause = 0.8 },
        { "Let out one sigh, just as it comes.", "Begin with an honest sigh, aloud if you like.", pause = 5 },
      },
    }
    tell {
      { "Now in through the nose, then one sip more.", pause = 3 },
      { "Out by the mouth, slowly, to the end.", pause = 5 },
      { "Your own pace is fine. Dizzy? Smaller, or stop.", pause = 2 },
    }

    step "Sigh"
    breathe {
      "sigh", cycles = 21, every = 4,
      lines = {
        "Lips loose.", "Down with the shoulders.", "It may be heard.", "Everything out.", "Like setting down bags.", "Belly soft.",
        "The sip is tiny.", "Nobody is waiting.",
      },
    }

    step "Close"
    tell { { "Close the mouth. Breathe small and easy.", "Back to the nose. The breath finds its size.", pause = 9 } }
    finish { test = false, lines = { { "Feel where the chair or bed meets you.", pause = 4, more = 1 } } }
  end,
}
