-- What a service without a screen lets be heard when something is wrong: three falling notes, then what it is, when there is a voice.
local sentences = {
  ["not-found"]   = "I cannot find that routine.",
  ["cannot-play"] = "I cannot play that routine.",
  ["no-sound"]    = "The sound was lost.",
  ["new-card"]    = "This card is not known yet.",
}

return {
  title   = "Something is wrong",
  summary = "Three falling notes, and a sentence.",
  params  = { what = { "notes", "not-found", "cannot-play", "no-sound", "new-card" } },

  play = function(with)
    for _, hz in ipairs { 523, 440, 349 } do
      tone { kind = "sine", hz = hz, seconds = 0.35, db = -14 }
      wait(0.4)
    end
    wait(0.2)
    if sentences[with.what] then
      say(sentences[with.what])
    end
  end,
}
