-- What one button can choose from, for closed eyes: title after title, each with time to press. What was chosen is told by the mark at the
-- end: "chosen 3" is the third. One press chooses, a long one leaves, anything else has the title said again.
local gap = 2.2   -- seconds after a title in which a press means it
local late = 0.7  -- and this far into the next one it still does: nobody presses at once

-- Without titles it is an example.
local function listed(text)
  local titles = {}
  for title in (text == "..." and "Low back\nBedtime" or text):gmatch("[^\n]+") do titles[#titles + 1] = title end
  return titles
end

-- The first press within `seconds`: "chosen", "left", "again"; nil: there was none.
local function answer(seconds)
  local event = listen { seconds = seconds }
  if event == "next" or event == "ready" then return "chosen" end
  return event == "longer" and "left" or event and "again"
end

-- Says what they are about. Only a long press means something there.
local function introduce(words)
  local phrase, ends = say { words, wait = false }, now()
  ends = ends + phrase.seconds + 0.5
  local what = answer(ends - now())
  if what == "left" then
    cut(phrase, 0.1)
    return what
  end
  wait(math.max(ends - now(), 0))
end

-- Says all of them once. Returns what ended it, and which title was meant; nil: nothing did.
local function offer(titles)
  local i = 1
  while i <= #titles do
    local began, phrase = now(), say { titles[i], wait = false }
    local meant, what = i - 1, nil
    if i > 1 then what = answer(late) else wait(late) end
    if not what then
      meant, what = i, answer(math.max(phrase.seconds - late, 0) + gap)
    end
    if what == "again" then
      wait(math.max(began + phrase.seconds + 0.3 - now(), 0))
      i = meant
    elseif what then
      cut(phrase, 0.1)
      return what, meant
    else
      i = i + 1
    end
  end
end

return {
  title   = "Menu",
  summary = "Says what there is to choose from; a press chooses.",
  params  = { titles = { "..." } },

  play = function(with)
    local titles = listed(with.titles)
    local what, which
    for _, words in ipairs { "Press when you hear what you want.", "Once more." } do
      what = introduce(words)
      if not what then what, which = offer(titles) end
      if what then break end
    end
    if what == "chosen" then
      bell { hz = 523, seconds = 0.8 }
      wait(0.6)
      mark { title = "chosen " .. which, level = 2 }
    elseif what == "left" then
      wait(0.3)
      say "Another time, then."
    else
      say "Nothing was chosen. A press begins anew."
    end
  end,
}
