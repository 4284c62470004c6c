-- What a service without a screen lets be heard when something is wrong: three falling notes, then what it is, when there is a voice.
return {
  title   = "Something is wrong",
  summary = "Three falling notes, and a sentence.",

  play = function(with)
    for _, hz in ipairs { 523, 440, 349 } do
      tone { kind = "sine", hz = hz, seconds = 0.35, db = -14 }
      wait(0.4)
    end
    wait(0.2)
    if with.words ~= nil and with.words ~= "" then
      say(with.words)
    end
  end,
}
