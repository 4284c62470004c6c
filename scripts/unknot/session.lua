-- session.lua - the beginning and the end of a session, ratings, and what happens when the listener says stop.

local args = need("args")
local body = need("body")
local fit = need("fit")
local guide = need("guide")
local limits = need("limits")
local listener = need("listener")
local press = need("press")
local pressure = need("pressure")
local rates = need("rates")
local run = need("run")
local sound = need("sound")
local voice = need("voice")
local session = {}

-- Greeting, notice, safety questions, what is coming and what it takes. Nothing of the safety part can be skipped.
local recheck = {
  { "Injury, fever, swelling, numbness? Not today, then.", pause = 0.6, more = 3 },
  { "On blood thinners, or pregnant? Ask a doctor first.", pause = 0.6, more = 3 },
  { "Ill, injured, pregnant or on blood thinners? Not today.", pause = 0.6, less = 3 },
}
local way_out = { { "Go lighter, pause or stop at any time.", pause = 0.8 } }

local welcome_rules = { title = { "string", needed = true }, lines = { "lines" }, position = { "lines" }, pressing = { "boolean" } }

function session.welcome(given)
  local a = args.take("welcome", given, welcome_rules, { "title" })
  listener.lines({ { a.title, pause = 0.5 } }, listener.locked)
  guide.notice()
  if a.pressing ~= false then listener.lines(recheck, listener.locked) end
  listener.lines(way_out, listener.locked)
  listener.explain()
  for _, list in ipairs { a.lines or {}, a.position or {} } do listener.lines(list, { next = true }) end
end

-- Asks for a number and waits a moment. Returns it, or nil. Without an answer nothing is made stronger.
local rate_rules = {
  text = { "string" }, seconds = { "number", 1, 60 }, point = { "string" }, when = { one_of = { "before", "after" } },
  more = { "number", 0, 4 },
}
local questions = { before = "How tense does it feel, zero to ten?", after = "And how tense now, zero to ten?" }

local function ask_rate(text, seconds)
  local on = listener.answering {
    next = true, ready = true, rate = true, longer = function() voice.reply("Take your time.") end,
    again = function() return "again" end, resumed = function() return "again" end,
  }
  local event, value
  repeat
    event, value = listener.tell(text, on)
    if not event then event, value = listener.ask("rate", seconds, on) end
  until event ~= "again"
  return event == "rate" and value or nil
end

function session.rate(given)
  local a = args.take("rate", given, rate_rules, { "text" })
  local entry = a.point and args.entry("rate", "point", a.point, body)
  if run.skipping or not fit.wants { more = a.more } then return nil end
  listener.begin()
  local id = a.point or run.point
  local known = a.point and press.known(a.point)
  local seconds = math.max(limits.answer_time * 3 / 4, fit.pause(a.seconds or limits.answer_time))
  local value = ask_rate(a.text or questions[a.when] or "How strong is it, zero to ten?", seconds)
  if known and not value and not a.when then known.offered, known.careful = true, true end
  if not value then return nil end
  rates.keep(id, value, a.when)
  if known and a.when ~= "after" and value > entry.ceiling then
    known.lighter = known.lighter + 1
    listener.tell("Thank you. Lighter, then.", listener.answering { next = true })
  else
    listener.tell("Thank you.", listener.answering { next = true })
  end
  return value
end

-- Re-test, after-care, a slow return, the bell.
local tests = {
  neck = { { "Turn the head slowly, left and right.", pause = 4 }, { "Easier, the same, or harder?", pause = 2, more = 1 } },
  other = { { "Move the place we worked on, slowly.", pause = 4 }, { "Easier, the same, or harder?", pause = 2 } },
}
local aftercare = { "Some soreness tomorrow is normal.", { "Over two days, or a bruise? Rest that spot.", pause = 0.8, more = 1 } }
local back = { { "Open your eyes when you like.", pause = 1, more = 1 }, "That is all for today.",
               { "If you feel drowsy, wait before driving.", more = 3 } }

local finish_rules = { test = { "any" }, lines = { "lines" } }

function session.finish(given)
  local a = args.take("finish", given, finish_rules)
  run.side, run.skipping = nil, false
  listener.begin()
  if a.test then args.lines("finish", "test", a.test) end
  if a.test ~= false then
    local neck = run.last_point and run.last_point.region:find("neck", 1, true)
    if not a.test then voice.expect(tests.other) end
    listener.lines(a.test or (neck and tests.neck or tests.other), { next = true })
  end
  if run.last_point then voice.expect(rates.all) end
  local words = rates.words()
  if words then listener.lines({ words }, listener.locked) end
  if run.last_point then listener.lines(aftercare, listener.locked) end
  listener.lines(a.lines or {}, { next = true })
  listener.lines(back, listener.locked)
  sound.end_bell()
end

-- Silence at once, the way out of what is pressed, one calm sentence. A second stop ends the rest within a second.
local function stop()
  voice.hush()
  sound.silence(0.4)
  pressure.close_all()
  voice.forget()
  sound.three_falling()
  local lines = {}
  if run.pressed then
    for _, line in ipairs(run.pressed.say.off) do lines[#lines + 1] = { line, 1.5 } end
    lines[#lines + 1] = { "That is all. Breathe as you like.", 0.4 }
  else
    lines[1] = { "That is all for now. Rest as long as you like.", 0.4 }
  end
  local again = core.listen(0.9, { "stop" })
  for _, line in ipairs(lines) do
    if again then break end
    local phrase = voice.begin(line[1])
    again = core.listen(phrase.sound.seconds + fit.pause(line[2]), { "stop" })
  end
  if again then sound.silence(0.5) end
end

-- What every routine understands.
session.wishes = { mode = { "standard", "gentle", "firm" }, explain = { "switch" }, notice = { "full", "short", "known" } }

local most_told = 12 -- of values a setting can have, in one sentence

-- What was asked for against what the routine offers.
local function check_params(routine)
  local with, offered = {}, routine.params or {}
  for name, values in pairs(offered) do with[name] = values[1] end
  for _, name in ipairs(args.keys(core.params)) do
    local value, values = core.params[name], offered[name] or session.wishes[name]
    if not values then
      local list = args.keys(offered)
      local has = #list > 0 and (" (it has " .. table.concat(list, ", ") .. ")") or " (it has no settings)"
      core.blame(("%s has no setting '%s'%s%s"):format(routine.title, name, args.meant(name, list), has))
    end
    local fits = values[1] == "..." -- any words will do
    for _, allowed in ipairs(values) do fits = fits or tostring(allowed) == value end
    if not fits then
      local list = #values > most_told and "one of those that show tells" or table.concat(values, ", ")
      core.blame(("%s: %s can be %s, not '%s'%s"):format(routine.title, name, list, value, args.meant(value, values)))
    end
    with[name] = value
  end
  return with
end

-- How much a routine gives each place: a tour goes round many of them, with one short and lighter hold for each.
local function check_dose(routine)
  if routine.dose ~= nil and routine.dose ~= "tour" then
    core.blame(("%s: 'dose' can be \"tour\", not %s"):format(routine.title, args.shown(routine.dose)))
  end
  run.tour = routine.dose == "tour"
end

-- The first thread of a session. It ends when the routine has ended, or the stop has.
function session.start(routine)
  local with = check_params(routine)
  check_dose(routine)
  local modes = { gentle = true, standard = true, firm = true }
  if with.mode and modes[with.mode] then run.mode = with.mode end
  local ear = core.spawn(listener.watch)
  local play = core.spawn(routine.play, with)
  local stopping
  local watch = core.spawn(function()
    core.listen(nil, { "stop" })
    stopping = true
    core.cancel(ear)
    core.cancel(play)
    stop()
  end)
  core.join(play)
  if core.checking then need("check").finish(routine, with) end
  if stopping then core.join(watch) else voice.drain() end
end

return session
