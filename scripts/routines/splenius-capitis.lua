-- The strap behind the ear: the head is turned first, and stretched between the holds of one side and the other.
return {
  title    = "Behind the ear",
  summary  = "The strap that turns the head, from the skull to the neck.",
  region   = "neck",
  position = { "chair" },
  tools    = { "fingers" },
  points   = { "splenius-capitis" },
  minutes  = { 4, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "The strap behind each ear.",
      lines = {
        { "Recent whiplash, rheumatoid or loose neck? Not this one.", pause = 1 },
        { "A stroke, or a diseased neck artery? Ask a doctor first.", pause = 1 },
        { "It turns and tips the head, all day long.", pause = 1, more = 3 },
        { "Take a chair with a high back, if there is one.", pause = 3 },
      },
    }

    step "Turning first"
    tell {
      { "Turn the nose to each side, as far as is easy.", pause = 6 },
      { "Straight ahead is twelve. Which hour do you reach?", pause = 4, more = 1 },
      { "Back to the middle, and let the chair have you.", "Come back, and lean on the chair.", pause = 2.5 },
    }
    breathe { "calm-46", cycles = 2, lines = { "Let the back of the chair hold you.", "Quiet eyes." } }
    rate { "How stiff is it behind the ears, zero to ten?", point = "splenius-capitis", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Behind the left ear" or "Behind the right ear")
      find    ("splenius-capitis", side)
      press   { "splenius-capitis", side, seconds = 20, times = 2 }
      stretch { "nose-to-armpit", side, seconds = 20 }
    end

    step "Close"
    rate { "And how stiff is it now?", point = "splenius-capitis", when = "after", more = 2 }
    finish {
      test = {
        { "Turn the nose to each side again.", pause = 6 },
        { "Farther round, the same, or less far?", pause = 2, more = 1 },
      },
      lines = { { "Let the head float over the chest.", pause = 2, more = 1 }, { "Turn the chair now and then, not only the neck.", pause = 1, more = 3 } },
    }
  end,
}
