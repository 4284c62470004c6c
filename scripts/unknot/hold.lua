-- hold.lua - one hold: from sinking in to the moment of letting go. One loop over what is due, at absolute times, and
-- what the listener wants in between.

local breath = need("breath")
local limits = need("limits")
local listener = need("listener")
local pressure = need("pressure")
local sound = need("sound")
local voice = need("voice")
local run = need("run")
local hold = {}

-- The last seconds, within the last in-breath (`room`): a countdown, once a second; a slow voice gets a little more
-- time, a very slow one says it in one go. Gentle mode has no numbers. Each entry is a list to pick from; they come
-- `gap` apart.
local soon = { "Soon letting go.", "Almost time to let go.", "A moment more.", "Soon, now." }

local function last_words(room)
  if run.mode == "gentle" then return { soon }, math.min(room, 3.4) end
  local gap = 1
  for _, text in ipairs { "Three.", "Two.", "One." } do gap = math.max(gap, voice.length(text) + 0.27) end
  if 3 * gap <= room + 1e-6 then return { { "Three." }, { "Two." }, { "One." } }, gap end
  return { { "Three, two, one." } }, voice.length("Three, two, one.") + 0.1
end

local function insert(items, item)
  local i = #items + 1
  while i > 1 and items[i - 1].at > item.at do i = i - 1 end
  table.insert(items, i, item)
end

-- The earliest moment from `at` on at which `seconds` of speech keep clear of the end of an out-breath; nil if there is
-- none before `latest`.
local function slot(h, at, seconds, latest)
  for _, quiet in ipairs(h.quiet) do
    if at < quiet.to and at + seconds > quiet.from then at = quiet.to + 0.1 end
  end
  return at + seconds <= latest and at or nil
end

-- A soft reminder from `list`, at `at` or a little later; left out when it does not fit or was said a moment ago.
local function prompt(h, at, list)
  insert(h.items, { at = at, keep = true, run = function()
    local text = voice.pick(list)
    local now = core.now()
    local start = text and slot(h, now, voice.length(text), h.ends - h.tail)
    if not start or start > now + 6 then return end
    if start <= now + 1e-6 then
      voice.place(text, h.ends - h.tail)
    else
      insert(h.items, { at = start, keep = true, run = function() voice.place(text, h.ends - h.tail) end })
    end
  end })
end

-- One phase of the breath. The swell of an in-breath carries the out-breath after it, which then stands, whatever the
-- listener asks for.
local function phase_item(h, phase, out_seconds)
  local ends = phase.at + phase.seconds
  if phase.name == "out" then h.quiet[#h.quiet + 1] = { from = ends - 2, to = ends } end
  insert(h.items, { at = phase.at, run = function()
    if phase.name == "in" then
      sound.rising()
      h.swell = sound.swell { phase.seconds, 0, out_seconds, 0 }
      h.standing = { name = "out", at = ends, seconds = out_seconds }
    else
      sound.falling()
      h.standing, h.laid_to = nil, ends
    end
  end })
end

-- Everything whose time depends on the end of the hold: the breath from `from` on, halfway, the last three seconds, the
-- end.
local function lay(h, p, from, name)
  local items = {}
  for _, item in ipairs(h.items) do
    if item.keep then items[#items + 1] = item end
  end
  h.items = items
  if h.standing then
    phase_item(h, h.standing)
    from = h.standing.at + h.standing.seconds
  end
  local phases = breath.lay(p.pattern, from, h.ends, name)
  for i, phase in ipairs(phases) do phase_item(h, phase, phases[i + 1] and phases[i + 1].seconds or p.off_s) end
  local half = (h.start + h.ends) / 2
  if not h.ticked and half > core.now() then
    insert(h.items, { at = half, run = function()
      sound.tick()
      h.ticked = true
    end })
  end
  local last = phases[#phases]
  local room = last and last.seconds or 3
  local words, gap = last_words(room)
  if h.seconds < 10 or gap * #words > room + 1e-6 then words = {} end -- the bell is enough
  for i, list in ipairs(words) do
    insert(h.items, { at = h.ends - gap * (#words + 1 - i), run = function()
      voice.place(voice.pick(list, true, h.ends - core.now()), h.ends)
    end })
  end
  h.tail = gap * #words + 0.26
  insert(h.items, { at = h.ends, over = true })
end

-- How long a hold is, in words; nil where there are no numbers.
function hold.opening(seconds)
  if run.mode == "gentle" or seconds % 5 ~= 0 or seconds > limits.hold_max then return nil end
  local words = voice.number(seconds)
  return words:sub(1, 1):upper() .. words:sub(2) .. " seconds here."
end

-- What is said in a hold: the first has its length and the easing check, and where there is room for it a reminder; later ones
-- the reminder only; then there is a line every twenty seconds. A place that was worked on the other side has less.
local function prompts(h, p, number)
  local seconds, checked = h.seconds, number == 1 and h.seconds > limits.easing_check + 5
  local opening = number == 1 and p.known.told ~= seconds and hold.opening(seconds)
  p.known.told = seconds
  if opening then prompt(h, h.start + 4.5, { opening }) end
  if not checked or (seconds >= limits.hold_default and not p.repeated) then prompt(h, h.start + 10, p.say.hold) end
  if checked then prompt(h, h.start + limits.easing_check + 0.2, p.say.check) end
  for at = limits.easing_check + 20, seconds - 6, 20 do prompt(h, h.start + at, p.say.hold) end
end

local function set_level(h, p, level)
  pressure.close(h.span)
  p.set_level(level)
  h.span = pressure.open(p.id, p.side, p.level)
end

-- Ten seconds more, or what there is room for.
local function longer(h, p, quietly)
  local more = math.min(limits.hold_longer, math.floor(h.most - h.seconds + 0.001))
  if more < 2 then
    if not quietly then voice.reply("That is long enough here.") end
    return
  end
  h.ends, h.seconds = h.ends + more, h.seconds + more
  local quiet = {}
  for _, q in ipairs(h.quiet) do
    if q.to <= h.laid_to + 0.01 then quiet[#quiet + 1] = q end
  end
  h.quiet = quiet
  lay(h, p, h.laid_to, "in")
  for at = h.seconds - more, h.seconds - 6, 20 do
    if h.start + at > core.now() + 4 then prompt(h, h.start + at, p.say.hold) end
  end
  if quietly then return end
  if more < limits.hold_longer then return voice.reply("A little more, then it is enough.") end
  voice.reply(run.mode == "gentle" and "A little longer." or "Ten more.")
end

local function lighter(h, p, level)
  if p.level <= 1 then return "next" end -- nothing is lighter than letting go
  set_level(h, p, math.max(1, level))
  voice.reply(voice.pick(p.say.easier, true, nil, true))
  return nil
end

local function harder(h, p)
  if p.level + 1 > p.ceiling then return voice.reply("This is the most, here.") end
  set_level(h, p, p.level + 1)
  voice.reply("A little more, slowly.")
end

-- A rating above the ceiling is a third lighter at once, and a second one ends the hold; a low one is offered a little
-- more, once for this point.
local function rated(h, p, value)
  if value > p.ceiling then
    local still = h.too_much
    h.too_much = true
    return still and "next" or lighter(h, p, math.floor(p.level * 2 / 3 + 0.5))
  end
  if value <= 3 and run.mode ~= "gentle" and value < p.level and p.may_offer() then
    return voice.reply("A little more weight, if you like.")
  end
  voice.reply("Thank you.")
end

local answers = {
  next = true, resumed = true, ready = function() end,
  longer = function(h, p) longer(h, p) end, harder = harder, rate = rated,
  easier = function(h, p) return lighter(h, p, p.level - 1) end,
  again = function(_, p) voice.reply(p.once_more() and "Once more after this." or "That is enough here.") end,
  switch = function(_, p)
    if p.side ~= "mid" then return "switch" end
    voice.reply("Both sides at once, here.")
  end,
}

-- Holds `seconds` from now, the beginning of an out-breath; `held` were held before a pause. Returns why it ended
-- ("over", "next", "switch", "resumed") and the seconds that were still to go.
function hold.run(p, seconds, number, held)
  local now = core.now()
  local h = { start = now, ends = now + seconds, seconds = seconds, items = {}, quiet = {}, laid_to = now, tail = 0 }
  h.most = math.min(math.max(limits.hold_max - held, seconds), p.budget())
  local handlers, why = {}, nil
  for event, answer in pairs(answers) do
    handlers[event] = answer == true or function(value) return answer(h, p, value) end
  end
  local on = listener.answering(handlers)
  h.span = pressure.open(p.id, p.side, p.level)
  run.pressed = p
  prompts(h, p, number)
  lay(h, p, now, "out")
  repeat
    local item = h.items[1]
    local heard, what = listener.next(item.at, on)
    if heard then
      why = what
    else
      table.remove(h.items, 1)
      if item.over then why = "over" else item.run() end
      for _ = 1, p.longer do longer(h, p, true) end -- asked for just before
      p.longer = 0
    end
  until why
  pressure.close(h.span)
  if why ~= "over" then
    voice.hush()
    if h.swell then sound.cut(h.swell, 0.8) end
  end
  p.count(core.now() - now)
  return why, h.ends - core.now()
end

return hold
