-- session.lua - the beginning and the end of a session, ratings, and what happens when the listener says stop.

local args = need("args")
local fit = need("fit")
local guide = need("guide")
local pressure = need("pressure")
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
  voice.lines({ { a.title, pause = 0.5 } }, nil)
  guide.notice()
  if a.pressing ~= false then voice.lines(recheck, nil) end
  voice.lines(way_out, nil)
  for _, list in ipairs { a.lines or {}, a.position or {} } do voice.lines(list, { "next", "ready" }) end
end

-- Asks for a number and waits a moment. Returns it, or nil.
local rate_rules = { text = { "string" }, seconds = { "number", 1, 60 } }
function session.rate(given)
  local a = args.take("rate", given, rate_rules, { "text" })
  if run.skipping then return nil end
  local event, value = voice.tell(a.text or "How strong is it, zero to ten?", { "rate", "next", "ready" })
  if not event then event, value = voice.attend(core.now() + fit.pause(a.seconds or 4), { "rate", "next", "ready" }) end
  return event == "rate" and value or nil
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
  if a.test then args.lines("finish", "test", a.test) end
  if a.test ~= false then
    local neck = run.last_point and run.last_point.region:find("neck", 1, true)
    voice.lines(a.test or (neck and tests.neck or tests.other), { "next", "ready", "rate" })
  end
  if run.last_point then voice.lines(aftercare, nil) end
  voice.lines(a.lines or {}, { "next", "ready" })
  voice.lines(back, nil)
  sound.end_bell()
end

-- Silence at once, the way out of what is pressed, one calm sentence. A second stop ends the rest within a second.
local function stop()
  sound.silence(0.4)
  pressure.close_all()
  voice.forget()
  sound.three_falling()
  local lines = {}
  if run.pressed then
    for _, line in ipairs(run.pressed.say.off) do lines[#lines + 1] = { line, pause = 1.5 } end
    lines[#lines + 1] = "That is all. Breathe as you like."
  else
    lines[1] = "That is all for now. Rest as long as you like."
  end
  if core.listen(0.9, { "stop" }) or voice.lines(lines, { "stop" }) then sound.silence(0.5) end
end

-- What was asked for against what the routine offers.
local function check_params(routine)
  local with, offered = {}, routine.params or {}
  for name, values in pairs(offered) do with[name] = values[1] end
  for _, name in ipairs(args.keys(core.params)) do
    local value, values = core.params[name], offered[name]
    if not values then
      local list = args.keys(offered)
      local has = #list > 0 and (" (it has " .. table.concat(list, ", ") .. ")") or " (it has no settings)"
      core.blame(("%s has no setting '%s'%s%s"):format(routine.title, name, args.meant(name, list), has))
    end
    local fits = false
    for _, allowed in ipairs(values) do fits = fits or tostring(allowed) == value end
    if not fits then
      local list = table.concat(values, ", ")
      core.blame(("%s: %s can be %s, not '%s'%s"):format(routine.title, name, list, value, args.meant(value, values)))
    end
    with[name] = value
  end
  return with
end

-- The first thread of a session. It ends when the routine has ended, or the stop has.
function session.start(routine)
  local with = check_params(routine)
  local modes = { gentle = true, standard = true, firm = true }
  if with.mode and modes[with.mode] then run.mode = with.mode end
  local play, stopping
  play = core.spawn(routine.play, with)
  local watch = core.spawn(function()
    core.listen(nil, { "stop" })
    stopping = true
    core.cancel(play)
    stop()
  end)
  core.join(play)
  if stopping then core.join(watch) else voice.drain() end
end

return session
