-- Standing: the chest, the side ribs, then the doorway, the arm low and the arm high on each side.
local chest = {
  { "Hang that arm, and reach across with the other hand.", pause = 2, more = 1 },
  { "Three finger-widths below the middle of the collarbone.", pause = 3 },
}
local chest_again = { { "Swap hands. The same place, this side.", pause = 3 } }
local ribs = {
  { "Now the side ribs, with a flat palm.", pause = 2 },
  { "A hand-width below the armpit.", pause = 3 },
}
local ribs_again = { { "The other palm, just as high.", pause = 3 } }
local frame = {
  low  = { { "{side} forearm on the frame, elbow low.", pause = 1 }, "A step through, the chest turned away." },
  high = { { "Slide the elbow up, above the shoulder.", pause = 1 }, "Lean through, only a little." },
}
local frame_again = {
  low  = { { "{side} forearm up, just as low.", pause = 1 }, "Step, and let the chest turn from it." },
  high = { { "And slide it higher.", pause = 1 }, "Lean, as gently as before." },
}

return {
  title    = "Chest opener",
  summary  = "On your feet, after hours bent over a table.",
  region   = "chest",
  dose     = "tour",
  position = { "standing", "doorway" },
  tools    = { "fingers", "palm" },
  points   = { "pectoralis-major", "serratus-anterior" },
  minutes  = { 5.5, 6, 10 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "Room for the chest, after bending over a table.",
      lines = { { "Stand near a doorway, knees loose.", pause = 2 } },
    }
    settle { breath = "calm-46", cycles = 1, lines = { { "Let the arms hang, heavy to the fingertips.", pause = 2, more = 3 } } }

    local way = chest
    for side in sides(with.side) do
      step(side == "left" and "Left chest" or "Right chest")
      find  { "pectoralis-major", side, lines = way }
      press { "pectoralis-major", side, seconds = 15, level = 5, lines = { done = {} } }
      way = chest_again
    end

    way = ribs
    for side in sides(with.side) do
      step(side == "left" and "Left ribs" or "Right ribs")
      find  { "serratus-anterior", side, lines = way }
      press { "serratus-anterior", side, seconds = 15, level = 4, lines = { done = {} } }
      way = ribs_again
    end

    tell { { "Eyes open, and over to the door frame.", pause = 5 }, { "A shoulder that slips out? Leave the frame.", pause = 1 } }
    way = frame
    for side in sides(with.side) do
      step(side == "left" and "Left arm on the frame" or "Right arm on the frame")
      stretch { "doorway-low", side, seconds = 10, lines = way.low }
      stretch { "doorway-high", side, seconds = 10, lines = way.high }
      way = frame_again
    end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false, lines = { "Let the ribs swing like a bell.", "Wide, without pulling." } }
    rate { "How tight is the chest now, zero to ten?", point = "pectoralis-major", when = "after", more = 2 }
    finish {
      test = { { "Open both arms wide, and let them fall.", pause = 3, more = 3 } },
      lines = { { "Look straight ahead, and walk on.", pause = 1, more = 3 } },
    }
  end,
}
