-- The neck and the tops of the shoulders, on a chair: three places on each side, then the head is turned.
local shoulder = {
  { "Let that elbow rest, on a table or in the lap.", pause = 2, more = 1 },
  { "Reach across to the roll, halfway to the shoulder tip.", pause = 2 },
  { "Stay where it is most tender.", pause = 3 },
}
local blade = {
  { "Next, the corner of that shoulder blade.", pause = 2 },
  { "Reach over, to the cord just above it.", pause = 3 },
}
local column = {
  { "Now the back of the neck, fingers round from behind.", pause = 3 },
  { "Beside the bones, halfway down.", pause = 3 },
}

return {
  title    = "Stiff neck and shoulder top",
  summary  = "For a neck that will not turn as it should.",
  region   = "neck",
  dose     = "tour",
  position = { "chair" },
  tools    = { "pinch", "fingers" },
  points   = { "upper-trapezius", "levator-scapulae", "neck-posterior" },
  minutes  = { 6.5, 8, 14 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { colour = "brown" }
    step "Welcome"
    welcome {
      "For a stiff neck, and the shoulders under it.",
      lines = {
        { "Recent whiplash, rheumatoid or loose neck? Not this one.", pause = 1 },
        { "A stroke, or a diseased neck artery? Ask a doctor first.", pause = 1 },
        { "A chair is all you need.", pause = 1.5, more = 3 },
      },
    }
    settle { breath = "calm-46", cycles = 1, lines = { { "Sit so that your head weighs little.", pause = 2, more = 3 } } }

    local way = shoulder -- the first side is led to with the words above, the second with the place's own
    for side in sides(with.side) do
      step(side == "left" and "Left shoulder top" or "Right shoulder top")
      find  { "upper-trapezius", side, lines = way }
      press { "upper-trapezius", side, seconds = 15, level = 5 }
      way = nil
    end

    way = blade
    for side in sides(with.side) do
      step(side == "left" and "Left blade" or "Right blade")
      find  { "levator-scapulae", side, lines = way }
      press { "levator-scapulae", side, seconds = 15, level = 5, lines = { done = {} } }
      way = nil
    end

    way = column
    for side in sides(with.side) do
      step(side == "left" and "Left of the neck" or "Right of the neck")
      find  { "neck-posterior", side, lines = way }
      press { "neck-posterior", side, seconds = 15, level = 4, lines = { done = {} } }
      way = nil
    end

    for side in sides(with.side) do
      step(side == "left" and "Left, long" or "Right, long")
      stretch { "nose-to-armpit", side, seconds = 15 }
    end
    step "Turning"
    move { "neck-turn-slow", "mid", seconds = 20 }

    step "Close"
    breathe { "calm-46", cycles = 1, words = false, lines = { "Let the neck be quiet.", "Nothing to hold up, just now." } }
    rate { "How stiff is the neck now, zero to ten?", point = "levator-scapulae", when = "after", more = 2 }
    finish {
      test = false,
      lines = { { "Rise tall, as if lifted by the crown.", pause = 2, more = 3 }, { "A warm scarf is a fine thing, now.", pause = 1, more = 3 } },
    }
  end,
}
