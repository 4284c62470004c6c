-- listener.lua - hearing the listener: at every moment of every verb, and in between.
--
-- A verb says what an event means to it with a table: event = true (it ends what goes on, which returns the event) or a
-- function (what it returns ends it; nil: it was answered, go on). For the rest there are the answers below.

local fit = need("fit")
local limits = need("limits")
local run = need("run")
local voice = need("voice")
local listener = {}

local every = { "next", "again", "longer", "easier", "harder", "switch", "ready", "rate", "resumed" }
local once = { again = true, longer = true, easier = true, harder = true, rate = true } -- answered by one verb only
local tiny = 1e-6
local ears = 0                                 -- verbs that listen right now
local others = {}                              -- by event: how many listen() of the author's wait for it
local heard = { at = -1, event = "", left = 0 } -- what was heard last; `left`: verbs that will hear it too

for _, event in ipairs(every) do others[event] = 0 end

-- Whether the verb that hears this event now is the one to answer it.
local function mine(event)
  local now = core.now()
  if once[event] and heard.at == now and heard.event == event and heard.left > 0 then
    heard.left = heard.left - 1
    return false
  end
  heard = { at = now, event = event, left = ears }
  return true
end

-- The next event before `at` and its value; nil when the time is up.
local function hear(at)
  local event, value
  repeat
    local left = at - core.now()
    if left <= tiny then return nil end
    ears = ears + 1
    event, value = core.listen(left, every)
    ears = ears - 1
  until not event or mine(event)
  return event, value
end

-- For the author's listen.
function listener.listen(seconds, names)
  for _, name in ipairs(names) do others[name] = others[name] + 1 end
  local event, value = core.listen(seconds, names)
  for _, name in ipairs(names) do others[name] = others[name] - 1 end
  if event then heard = { at = core.now(), event = event, left = 0 } end
  return event, value
end

-- The answers of whoever has none of his own.
local answers = {
  easier = function()
    run.wish = math.max(run.wish - 1, -limits.level_ceiling)
    voice.reply("As soft as you like.")
  end,
  harder = function() voice.reply("This is enough here.") end,
  rate = function(value)
    need("rates").keep(run.point, value)
    voice.reply("Thank you.")
  end,
  again = function()
    if run.last then run.last() end
  end,
  switch = function()
    if run.side and run.side ~= "mid" then
      run.skipping = true
      return "switch"
    end
    voice.reply("There is no other side here.")
  end,
}

-- A function that answers an event as `handlers` say, else as `own` say, else as above.
function listener.answering(handlers, own)
  return function(event, value)
    local answer = handlers and handlers[event] or own and own[event] or answers[event]
    if answer == true then return event, value end
    if answer then return answer(value) end
    return nil
  end
end

-- What cannot be skipped: a change of sides comes after it.
listener.locked = { switch = function() run.skipping = run.side ~= nil and run.side ~= "mid" end }

-- Waits until `at` or the next event. Whether there was one, and what its answer was.
function listener.next(at, on)
  local event, value = hear(at)
  if event then return true, on(event, value) end
  return false
end

-- Waits until `at`, answering. Returns what ended it, or nil.
function listener.wait(at, on)
  repeat
    local event, value = hear(at)
    if event then
      local what, more = on(event, value)
      if what then return what, more end
    end
  until not event
  return nil
end

-- Speaks one line to its end, answering. A line that an answer has cut off is said again.
function listener.tell(text, on)
  local phrase
  repeat
    while core.now() + tiny < voice.free_at() do
      local what, more = listener.wait(voice.free_at(), on)
      if what then return what, more end
    end
    phrase = voice.begin(text)
    local event, value
    repeat
      event, value = hear(phrase.ends)
      if event then
        local what, more = on(event, value)
        if what then
          voice.hush()
          return what, more
        end
      end
    until not event or not voice.speaks(phrase)
  until voice.speaks(phrase)
  return nil
end

-- The end of a pause after one more "longer": all times as they are counted from `now`.
function listener.longer(ends, now)
  return math.max(ends, math.min(ends + limits.wait_longer, now + limits.wait_longest))
end

-- Speaks lines one by one, each followed by its pause. On its own it answers "ready" (no more pause), "longer" (more of
-- it), "again" (from the first line) and "resumed" (the line once more; `resumed = "restart"`: all of them). A line of the
-- library may be `exact`: its pause is as long as it says.
function listener.lines(list, handlers, side)
  local i, speaking, ends, brief = 1, false, 0, false
  local restart = handlers and handlers.resumed == "restart"
  local own = {
    ready = function()
      brief = true
      if not speaking then return "enough" end
    end,
    longer = function()
      ends, brief = listener.longer(ends, speaking and 0 or core.now()), false
      voice.reply("Take your time.")
    end,
    again = function() return "restart" end,
    resumed = function()
      voice.reply("Welcome back.")
      return restart and "restart" or "repeat"
    end,
  }
  if restart then
    local rest = {}
    for event, answer in pairs(handlers) do rest[event] = event ~= "resumed" and answer or nil end
    handlers = rest
  end
  local on = listener.answering(handlers, own)
  while i <= #list do
    local line, what, value = list[i], nil, nil
    local text, pause, exact = nil, 0.4, false
    if type(line) == "table" then pause, exact = line.pause or 0.4, line.exact end
    if type(line) == "string" or fit.wants(line) then
      text = voice.words(line, side)
      ends, brief, speaking = exact and pause or fit.pause(pause), false, true
      what, value = listener.tell(text, on)
      speaking, ends = false, core.now() + (brief and 0 or ends)
      while not what and core.now() + tiny < ends do what, value = listener.wait(ends, on) end
    end
    if what == "restart" then
      i = 0
    elseif what == "repeat" then
      i = i - 1
    elseif what and what ~= "enough" then
      return what, value
    end
    i = i + 1
  end
  return nil
end

-- A question: marked, so that a control with a single button knows what a press means until the answer has come or the
-- time is up. Returns what ended it.
function listener.ask(title, seconds, on)
  core.mark(title, 3)
  local what, value = listener.wait(core.now() + seconds, on)
  core.mark("next", 3)
  return what, value
end

local grammar = { "One press means ready, or go on.", "Hold it down for longer, press twice for easier.",
                  { "Press three times to stop.", pause = 0.8 } }

-- All that any answer of every verb may say, and a stop.
local expected = {
  "As soft as you like.", "This is enough here.", "Thank you.", "There is no other side here.", "Take your time.",
  "Thank you. Lighter, then.", "Welcome back.", "Once more, then.", "That is enough here.",
  "That is all for now. Rest as long as you like.",
}

function listener.explain()
  if run.explained then return end
  run.explained = true
  if core.params.explain == "switch" then listener.lines(grammar, listener.locked) end
end

-- What every verb begins with: what is due before it.
function listener.begin()
  if not run.expecting then
    run.expecting = true
    voice.expect(expected)
  end
  listener.explain()
  if run.wants_again then
    run.wants_again = false
    if run.last then run.last() end
  end
end

-- Hears what is done while no verb listens, as in wait(): nothing of it is lost. A thread of its own, to the end.
function listener.watch()
  while true do
    local event, value = core.listen(nil, every)
    local taken = ears > 0 or others[event] > 0 or (heard.at == core.now() and heard.event == event)
    if taken then
      -- whoever listens answers it
    elseif event == "again" then
      run.wants_again = true
      if run.last then voice.reply("Once more, then.") end
    elseif answers[event] then
      answers[event](value)
    end
  end
end

return listener
