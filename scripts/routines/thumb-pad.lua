-- The ball of the thumb: one hand held in the other, thumb into thumb, and the web opened at the end of each side.
return {
  title    = "Base of the thumb",
  summary  = "The fleshy ball of the thumb, for hands that pinch, scroll and open jars.",
  region   = "hand",
  position = { "chair", "table" },
  tools    = { "thumb" },
  points   = { "thumb-pad" },
  minutes  = { 4, 7, 10 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    bed { kind = "noise", colour = "pink" }
    step "Welcome"
    welcome {
      "A rest for both thumbs.",
      lines = {
        { "The phone can wait a while.", "Let the phone lie somewhere else.", pause = 1, more = 1 },
        { "Sit down, with a table or a cushion for the hands.", pause = 2 },
      },
    }

    step "Hand in hand"
    settle {
      breath = "calm-46", cycles = 2,
      lines = {
        { "Lay one hand in the other, like in a bowl.", pause = 2 },
        { "Warm against warm. Let the thumbs be loose.", pause = 2, more = 1 },
        { "Your own pace is fine.", pause = 1 },
      },
    }
    rate { "How tired are the thumbs, zero to ten?", point = "thumb-pad", when = "before", more = 2 }

    for side in sides(with.side) do
      step(side == "left" and "Left thumb" or "Right thumb")
      find    { "thumb-pad", side }
      press   { "thumb-pad", side, seconds = 20, times = 2, level = 4 }
      stretch { "thumb-web-open", side, seconds = 15 }
      tell    { { "Shake both hands, as if they were wet.", pause = 3, more = true } }
    end

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "And how tired are they now?", point = "thumb-pad", when = "after", more = 2 }
    finish {
      test = {
        { "Touch each thumb to its fingertips, one by one.", pause = 6 }, { "Nimbler, the same, or slower?", pause = 2, more = 1 },
      },
      lines = { { "Hand in hand once more, for one breath.", pause = 6, more = 1 } },
    }
  end,
}
