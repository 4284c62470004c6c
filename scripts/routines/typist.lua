-- Both forearms and thumbs after a day of typing: three places, one hold each, then the wrists both ways and the fingers.
local top = {
  { "Palm down on the table, hand over the edge.", pause = 1.5 },
  { "Three finger-widths below the outer elbow bump.", pause = 2 },
  { "Thumb or knuckles on the tender strand.", pause = 1.5 },
}
local under = {
  { "Palm up now. Find the inner elbow bump.", pause = 2 },
  { "Knuckles three finger-widths down from it.", pause = 2.5 },
}
local thumb = { { "Palm up. Set the free thumb into the thumb's pad.", pause = 2 } }
local again = {
  top   = { { "Palm down, hand over the edge.", pause = 1, more = 1 }, { "The tender strand below the outer bump.", pause = 2 } },
  under = { { "Palm up, fingers curled.", pause = 1, more = 1 }, { "Knuckles below the inner bump.", pause = 2 } },
  thumb = { { "Thumb into the fleshy ball.", pause = 2 } },
}

return {
  title    = "Typist forearms",
  summary  = "Forearms, thumbs and wrists, after a day of typing.",
  region   = "forearm",
  dose     = "tour",
  position = { "chair", "table" },
  tools    = { "thumb", "knuckles" },
  points   = { "wrist-extensors", "wrist-flexors", "thumb-pad" },
  minutes  = { 7, 8, 14 },
  params   = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },

  play = function(with)
    local function around(title, point, first, later, seconds)
      for side in sides(with.side) do
        step((side == "left" and "Left " or "Right ") .. title)
        find  { point, side, lines = first or later }
        press { point, side, seconds = seconds, level = 5, lines = { done = {} } }
        first = nil
      end
    end

    bed { kind = "noise", colour = "pink" }
    step "Keyboard away"
    welcome {
      "For arms that typed all day.",
      lines = { { "Push the keyboard back. Forearms on the table.", "Keyboard aside, both forearms on the table.", pause = 2 } },
    }
    settle {
      breath = "calm-46", cycles = 1,
      lines = { { "Nothing to write now. Any pace of breath.", pause = 1 } },
    }

    around("forearm, top", "wrist-extensors", top, again.top, 15)
    tell { { "Next, the same arms from below.", pause = 1, more = 1 } }
    around("forearm, palm side", "wrist-flexors", under, again.under, 15)
    tell { { "Now the thumbs, from the space bar.", pause = 1, more = 1 } }
    around("thumb", "thumb-pad", thumb, again.thumb, 15)

    for side in sides(with.side) do
      step(side == "left" and "Left wrist, down" or "Right wrist, down")
      stretch { "wrist-bend-down", side, seconds = 10 }
    end
    for side in sides(with.side) do
      step(side == "left" and "Left wrist, up" or "Right wrist, up")
      stretch { "wrist-bend-up", side, seconds = 10 }
    end

    step "Fist and fan"
    tell {
      { "Both hands: close them softly.", pause = 1.5 }, { "And spread them wide.", pause = 1.5 },
      { "Go on so, at your own pace.", pause = 8 },
    }

    step "Close"
    breathe { "calm-46", cycles = 1, words = false }
    rate { "How tired are the arms now, zero to ten?", point = "wrist-extensors", when = "after", more = 2 }
    finish {
      test = { { "Type a line in the air. Easier, or the same?", pause = 3, more = 1 } },
      lines = { { "The keys can wait one more breath.", pause = 3, more = 3 } },
    }
  end,
}
