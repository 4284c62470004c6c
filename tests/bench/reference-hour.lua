-- The reference hour: 120 spoken phrases, 60 bells, a pink bed that ducks under the voice, a binaural pair.
local lines = {
  "Let the shoulder drop.", "Breathe out and sink in slowly.", "Stay where it is most tender.",
  "Soft jaw, loose hands.", "Let the hand be heavy, not hard.", "Ease off slowly.",
  "Rest. One easy breath.", "Slide slowly across the muscle.", "Find the halfway point.",
  "Your own pace is fine.", "A little more weight, if you like.", "Come off and turn the head.",
}

return {
  title = "Reference hour",
  cap = 61,
  play = function()
    bed { kind = "noise", colour = "pink", db = -42 }
    tone { kind = "binaural", hz = 200, beat = 6, db = -40, seconds = 3600 }
    for minute = 0, 59 do
      local start = minute * 60
      bell { hz = 330, seconds = 6, db = -20 }
      for half = 0, 1 do
        wait(start + half * 30 + 4 - now())
        say(lines[(minute * 2 + half) % #lines + 1])
      end
      wait(start + 60 - now())
    end
  end,
}
