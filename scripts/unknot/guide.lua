-- guide.lua - leading a listener about: the notice, finding a spot, stretches and movements, rests, and the two sides.

local args = need("args")
local body = need("body")
local breath = need("breath")
local breaths = need("breaths")
local fit = need("fit")
local limits = need("limits")
local listener = need("listener")
local press = need("press")
local run = need("run")
local sound = need("sound")
local stretches = need("stretches")
local voice = need("voice")
local guide = {}

local skip = { next = true }

-- The standing notice: spoken before anything is done with a body, and not to be skipped. "full" is for the first session
-- somebody ever has, "known" for whoever has heard it before.
local stop_if = { "Stop if anything feels sharp, numb or wrong.", pause = 0.8 }
local notices = {
  full = { "These routines are for general comfort.", "It is not medical advice, nor a replacement for care.", stop_if },
  short = { { "General comfort, not medical advice." }, { "It does not replace care.", more = 1 }, stop_if },
  known = { stop_if },
}
function guide.notice()
  if run.noticed then return end
  run.noticed = true
  local notice = notices[core.params.notice or fit.size > 2 and "full" or "short"]
  listener.lines(notice, listener.locked)
end

local function side_word(side) return side == "left" and "Left side." or "Right side." end

-- The words that lead to the spot. Side first, unless it is the `same` as before; `briefly` when it was led to before.
local function words_to(entry, side, lines, briefly, same)
  local say, list = entry.say or {}, {}
  if side ~= "mid" and not same then list[1] = { side_word(side), pause = 0.4 } end
  local parts = lines and { lines } or briefly and { say.brief or voice.sentences(entry.find) }
    or { say.place or voice.sentences(entry.posture), say.find or voice.sentences(entry.find),
         say.search or { { "Slide slowly across it.", pause = 3.5 }, { "Stay on the most tender place.", pause = 3 } } }
  for _, part in ipairs(parts) do
    for _, line in ipairs(part) do list[#list + 1] = line end
  end
  return list
end

-- The way back to a spot that was worked already.
function guide.back_to(entry, side) return words_to(entry, side, entry.say and entry.say.refind, true) end

-- A level asked for on the way is one for this point: the next press of it has it.
local function lead_to(id, entry, known, side, lines, briefly)
  local list = words_to(entry, side, lines, briefly or next(known.found), side == run.led_side)
  run.point, run.led_side = id, side
  known.found[side] = true
  run.last = function() listener.lines(list, skip, side) end
  voice.expect { "Lighter this time.", "A little more, within its limit.", "Both sides at once, here." }
  for _, way in ipairs(side == "mid" and { "mid" } or { "left", "right" }) do voice.expect(entry.say and entry.say.brief, way) end
  listener.lines(list, {
    next = true, resumed = "restart",
    easier = function()
      known.lighter = known.lighter + 1
      voice.reply("Lighter this time.")
    end,
    harder = function()
      known.lighter = known.lighter - 1
      voice.reply("A little more, within its limit.")
    end,
    switch = entry.side == "mid" and function() voice.reply("Both sides at once, here.") end or nil,
  }, side)
end

local find_rules = { point = { "string", needed = true }, side = { one_of = { "left", "right", "mid" } }, lines = { "lines" } }

function guide.find(given, side)
  if type(given) == "string" then given = { given, side } end
  local a = args.take("find", given, find_rules, { "point", "side" })
  if run.skipping then return end
  local entry = args.entry("find", "point", a.point, body)
  local on_side = press.side("find", entry, a.side)
  listener.begin()
  guide.notice()
  if not run.skipping then lead_to(a.point, entry, press.known(a.point), on_side, a.lines) end
end

function guide.find_for_press(p) lead_to(p.id, p.entry, p.known, p.side, nil, true) end

-- A stretch is held for `s.seconds`, in breaths, deeper on the out-breath. Returns what ended it and the seconds that were
-- still to go.
local counted = { "One more breath.", "Two more breaths." }

-- Whether there may be once more of it; `seconds` are still to come before.
local function once_more(s, seconds)
  s.again = s.again or s.time < limits.stretch_times and s.held + seconds + s.seconds <= limits.stretch_longest
  return s.again
end

local function hold_stretch(s)
  local p = breaths["calm-46"]
  local start, longer = core.now(), false
  local ends = start + s.seconds
  local phases, i, first = breath.lay(p, start, ends, "out"), 1, true
  local on = listener.answering {
    next = true, resumed = true, ready = function() end,
    longer = function()
      local more = math.min(limits.stretch_longer, limits.stretch_longest - s.held - (ends - start))
      if more < 2 then return voice.reply("That is long enough here.") end
      ends, longer = ends + more, true
      voice.reply("A little longer.")
    end,
    again = function()
      voice.reply(once_more(s, ends - start) and "Once more after this." or "That is enough here.")
    end,
    easier = function() voice.reply("Ease out of it a little.") end,
    harder = function() voice.reply("Only a mild pull, here.") end,
    switch = s.switch,
  }
  local function out_breaths()
    local count = 0
    for k = i, #phases do count = count + (phases[k].name == "out" and 1 or 0) end
    return count
  end
  local total, what = out_breaths(), nil
  while phases[i] and not what do
    local phase = phases[i]
    local tone = phase.name == "in" and sound.rising or sound.falling
    tone()
    if phase.name == "out" then
      local left = out_breaths() - 1
      local text = left == 0 and total > 1 and "Last breath here." or counted[left]
      text = text and voice.pick { text } -- two stretches in a row: not again so soon
      if first then text = voice.pick(s.say.stay) or text end
      voice.place(text and voice.fill(text, s.side), phase.at + phase.seconds - 2)
      first = false
    end
    what = listener.wait(phase.at + phase.seconds, on)
    i = i + 1
    if longer and not what then
      phases, i, longer = breath.lay(p, phase.at + phase.seconds, ends, phase.name == "in" and "out" or "in"), 1, false
    end
  end
  s.held = s.held + core.now() - start
  if what then voice.hush() end
  return what, ends - core.now()
end

-- One stretch with the way back into it after a long pause.
local function hold_and_return(s)
  local what, left
  repeat
    what, left = hold_stretch(s)
    while what == "resumed" do
      local on = { next = true, resumed = "restart", switch = s.switch }
      s.seconds = math.max(left, limits.stretch_least)
      what = listener.lines({ "Welcome back.", table.unpack(s.brief) }, on, s.side)
      if not what then
        on.resumed, on.ready, on.again = true, true, function() return "resumed" end
        what = listener.ask("ready", limits.return_time, listener.answering(on))
      end
      if what == "ready" then what = nil end
      if not what then left = nil end
    end
  until what or left
  return what
end

local stretch_rules = {
  stretch = { "string" }, point = { "string" }, side = { one_of = { "left", "right", "mid" } }, seconds = { "number", 5, 60 },
  times = { "number", 1, 10 }, lines = { "lines" },
}

-- What the first side really got, the second gets: the seconds of each time.
local function times_of(a, entry, id, side)
  local other = run.side and (run.stretched[id] or {})[side == "left" and "right" or "left"]
  local list = {}
  for i, seconds in ipairs(other or {}) do
    list[i] = math.max(limits.stretch_least, math.min(limits.stretch_longest, seconds))
  end
  for i = 1, #list == 0 and math.floor(a.times or 1) or 0 do list[i] = fit.stretch(a.seconds or entry.seconds) end
  return list
end

local function stretch_once(s, into)
  local what = listener.lines(into, { next = true, resumed = "restart", switch = s.switch }, s.side)
  if what == "switch" then return what end
  local before = s.held
  what = hold_and_return(s)
  if s.held > before then s.done[#s.done + 1] = s.held - before end
  listener.lines({ { voice.pick(s.say.back, true) or "Come back slowly.", pause = 2 } },
                 { next = true, switch = function() what = "switch" end, again = function()
                   voice.reply(once_more(s, 0) and "Once more, then." or "That is enough here.")
                   if s.again and what == "next" then what = nil end
                 end }, s.side)
  if what == "switch" and s.side == "mid" then what = nil end
  return what
end

local expected = { "That is long enough here.", "A little longer.", "Once more after this.", "Ease out of it a little.",
                   "Only a mild pull, here.", "Both sides at once, here.", "And once more." }

local function do_stretch(verb, given)
  local a = args.take(verb, given, stretch_rules, { "stretch", "side" })
  local follows = a.point and args.entry(verb, "point", a.point, body)
  local id = a.stretch or follows and follows.stretch
  if not id then core.blame(("%s: which one? Name it, or the point that it follows"):format(verb)) end
  local entry = args.entry(verb, "stretch", id, stretches)
  if run.skipping then return end
  listener.begin()
  guide.notice()
  if run.skipping then return end
  local side = a.side or run.side or "mid"
  local say = entry.say or { into = voice.sentences(entry.how), stay = {}, back = {} }
  local seen = run.stretched[id] or {}
  local list = times_of(a, entry, id, side)
  local s = { say = say, side = side, held = 0, done = {}, brief = say.brief or say.into, time = 0 }
  s.switch = side == "mid" and function() voice.reply("Both sides at once, here.") end or true
  local into = a.lines or (run.stretched[id] and say.brief) or say.into
  run.stretched[id] = seen
  voice.expect(expected)
  voice.expect(counted)
  for _, part in ipairs { "into", "brief", "stay", "back" } do
    for _, way in ipairs(side == "mid" and { "mid" } or { "left", "right" }) do voice.expect(say[part], way) end
  end
  seen[side] = s.done
  local what
  repeat
    s.time, s.again = s.time + 1, false
    s.seconds = list[s.time] or list[#list]
    what = stretch_once(s, s.time == 1 and into or { "And once more." })
  until what or not (list[s.time + 1] or s.again)
  if what == "switch" then run.skipping = run.side ~= nil and run.side ~= "mid" end
  run.last = function()
    if s.time >= limits.stretch_times or s.held + s.seconds > limits.stretch_longest then
      return voice.reply("That is enough here.")
    end
    s.time = s.time + 1
    stretch_once(s, s.brief)
  end
end

function guide.stretch(given) do_stretch("stretch", given) end
function guide.move(given) do_stretch("move", given) end

-- A pause that gives with the minutes one has.
local rest_rules = { seconds = { "number", 0, 3600 } }
function guide.rest(given)
  local a = args.take("rest", given, rest_rules, { "seconds" })
  if run.skipping then return end
  listener.begin()
  local ends = core.now() + fit.pause(a.seconds or 5)
  local on = listener.answering { next = true, ready = true, longer = function()
    ends = listener.longer(ends, core.now())
    voice.reply("Take your time.")
  end }
  repeat until listener.wait(ends, on) or core.now() + 1e-6 >= ends
end

-- for side in sides(which) do ... end: left, then right, for "both". Says when to change over. "switch" goes to the other
-- side at once, also where only one was meant to be worked on.
function guide.sides(which)
  local lists = { both = { "left", "right" }, left = { "left" }, right = { "right" }, mid = { "mid" } }
  local list = lists[which or "both"]
  if not list then core.blame(("sides: must be both, left or right, not %s"):format(args.shown(which))) end
  local i = 0
  return function()
    i = i + 1
    if run.skipping and i == 2 and #list == 1 then list[2] = list[1] == "left" and "right" or "left" end
    run.skipping = false
    run.side = list[i]
    if run.side and i > 1 then
      sound.double_chime()
      local on = { next = true, switch = function() end, again = function() -- still about the side before
        if run.last then run.last() end
      end }
      listener.wait(core.now() + 0.8, listener.answering(on))
      listener.lines({ { "Now the other side.", pause = 1.5, more = 3 } }, on)
    end
    return run.side
  end
end

return guide
