-- The lifter of the shoulder blade: rolls first, then each side pressed and stretched, with the turn of the head before and after.
return {
  title    = "Corner of the shoulder blade",
  summary  = "Where neck and blade meet, when turning the head is stiff.",
  region   = "neck-shoulder",
  position = { "chair" },
  tools    = { "fingers", "cane" },
  points   = { "levator-scapulae" },
  minutes  = { 5, 8, 12 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed()
    step "Welcome"
    welcome {
      "The muscle that lifts the shoulder blade.",
      lines = {
        { "Bags, telephones and cold keep it busy.", pause = 1, more = 3 },
        { "Your fingers, or a hook cane if the reach is long.", pause = 1, more = 1 },
        { "Sit forward on a chair, feet apart.", pause = 2.5 },
      },
    }

    step "Rolls"
    tell { { "Turn the head to each side. Remember how far.", pause = 6, more = 1 } }
    move { "shoulder-rolls", "mid", seconds = 20 }
    breathe { "calm-46", cycles = 1, lines = { "Let the shoulders be where they fell.", "Room between ears and shoulders." } }
    rate { "How stiff is turning the head, zero to ten?", point = "levator-scapulae", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left corner" or "Right corner")
      find    ("levator-scapulae", side)
      press   { "levator-scapulae", side, seconds = 25, times = 2, level = 5 }
      stretch { "nose-to-armpit", side, seconds = 20 }
    end

    step "Close"
    tell { { "Both hands on the thighs. Let the breath settle.", pause = 3 } }
    breathe { "calm-46", cycles = 1, words = false }
    rate { "And how stiff is turning now?", point = "levator-scapulae", when = "after", more = 2 }
    finish {
      test = { { "Turn slowly, nose to each shoulder.", pause = 5 }, { "Easier, the same, or harder?", pause = 2, more = 1 } },
      lines = { { "Let both arms hang beside the chair.", pause = 4 }, { "Next time, the other shoulder for the bag.", pause = 1, more = 3 } },
    }
  end,
}
