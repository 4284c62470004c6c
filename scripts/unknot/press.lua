-- press.lua - pressing a spot, with the whole craft: caution, getting into place, holds that begin on an out-breath,
-- releases that ramp, rests, fewer words each time; and the limits that no routine can pass.

local args = need("args")
local body = need("body")
local breath = need("breath")
local fit = need("fit")
local hold = need("hold")
local limits = need("limits")
local run = need("run")
local sound = need("sound")
local voice = need("voice")
local press = {}

-- What to say where a site has no words of its own, by its technique.
local techniques = {
  press = {
    press = { "On a breath out, sink in to a {level}." },
    press_gentle = { "On a breath out, rest your weight in." },
    sink = { "And out. Sink in slowly.", "And out. In you go.", "And out. Sink in.", "And sink in." },
  },
  squeeze = {
    press = { "On a breath out, squeeze to a {level}." },
    press_gentle = { "On a breath out, squeeze very lightly." },
    sink = { "And out. Squeeze slowly.", "And out. In you go.", "And out. Squeeze.", "And squeeze." },
  },
}
local common = {
  again = { "Same place, once more.", "Once again.", "Stay with that place." },
  hold = { "Soft jaw, loose hands.", "Let the weight do the work.", "A long, easy breath out.", "Let the face go smooth." },
  check = { "Is it easing? If not, go lighter.", "Softer yet? If not, a little less.", "Has it eased? Lighter, if it has not." },
  release = { "Ease off, slowly.", "Let go, slowly.", "And come away slowly." },
  let_go = { "Ease off.", "Let go.", "Slowly off." }, -- where there is no time for more
  rest = { "Rest. One easy breath.", "Rest a moment.", "And rest." },
  off = { "Let go slowly.", "Take the ball away." },
  leave = { "No easing at all? Leave this spot today." },
}
-- What a level feels like. Gentle mode has no numbers.
local scale = { "A light touch.", "Soft and pleasant.", "Clear pressure, no ache yet.", "A mild ache, an easy one.",
                "A clear ache, still easy to breathe.", "A strong ache, and you can still soften.",
                "Seven is the limit: strong, with a calm face." }
local scale_gentle = { "Only a light touch.", "Soft and pleasant, no more.", "Clear pressure, without any ache.", "A mild ache at most." }

-- What the session knows of a point.
function press.known(id)
  local known = run.points[id]
  if not known then
    known = { held = {}, found = {}, record = {} }
    run.points[id] = known
  end
  return known
end

-- The side a verb works on: what it was told, else the one of sides(), else the middle where the site has but one.
function press.side(verb, entry, side)
  if entry.side == "mid" then return "mid" end
  side = side or run.side
  if not side then core.blame(("%s: needs 'side', \"left\" or \"right\""):format(verb)) end
  return side
end

local function note(format, ...) core.note(("press: " .. format):format(...)) end

-- The level to ask for and the highest there may be.
local function level_of(a, entry, known)
  local site = math.min(entry.ceiling, limits.level_ceiling)
  local tender = site <= limits.tender_ceiling
  local ceiling = site
  if run.mode == "gentle" then ceiling = math.max(1, math.min(limits.level_ceiling_gentle, site - 2)) end
  local level = a.level and math.floor(a.level) or tender and site - 1 or limits.level_standard
  if level > site then
    note("level %d is above the ceiling of %s, %d", level, a.point, site)
    level = site
  end
  if run.mode == "gentle" then
    local wanted = level
    level = math.min(level, limits.level_gentle, ceiling)
    if a.level and level < wanted and not known.noted then note("level %d instead of %d in gentle mode", level, wanted) end
    known.noted = true
  elseif run.mode == "firm" then
    level = math.max(level, math.min(level + 1, tender and site - 1 or site))
  end
  return math.min(known.level or level, ceiling), ceiling
end

-- Whether this spot gets the short dose of a tour, because so many were pressed already; the second result: none at all.
local function tour_dose(a, known, side)
  local sides = 0
  for _, point in pairs(run.points) do
    for _ in pairs(point.held) do sides = sides + 1 end
  end
  if known.held[side] or sides < limits.sides_max then return false, false end
  if sides >= limits.tour_sides then
    note("%d spots are enough for one session: %s is left out", sides, a.point)
    return true, true
  end
  note("%s is spot number %d of the session: one short, lighter hold", a.point, sides + 1)
  return true, false
end

-- The seconds of each hold.
local function holds_of(a, entry, known, side, pattern, tour)
  local budget = limits.spot_max - (known.held[side] or 0)
  local other = known.record[side == "left" and "right" or "left"]
  local list = {}
  if run.side and other and #other > 0 then -- the second side gets what the first really got
    for i, seconds in ipairs(other) do
      seconds = math.min(math.max(math.floor(seconds + 0.5), limits.hold_short), budget)
      budget = budget - seconds
      if seconds >= limits.hold_short then list[i] = seconds end
    end
    return list
  end
  local seconds = a.breaths and a.breaths * (pattern.in_s + pattern.out_s) or a.seconds or entry.hold_s
  local times = math.floor(a.times or entry.reps)
  if seconds > limits.hold_max then note("%g seconds are more than the %d a hold may last", seconds, limits.hold_max) end
  if seconds < limits.hold_short then note("%g seconds are less than the %d a hold needs", seconds, limits.hold_short) end
  if times < limits.reps_least or times > limits.reps_most then
    note("%d times is not between %d and %d", times, limits.reps_least, limits.reps_most)
  end
  seconds = math.max(limits.hold_short, math.min(limits.hold_max, seconds))
  times = fit.times(math.max(limits.reps_least, math.min(limits.reps_most, times)))
  if run.mode == "gentle" then
    seconds, times = math.min(limits.hold_gentle, fit.hold(seconds)), math.min(limits.reps_gentle, times)
  else
    local firm = run.mode == "firm" and fit.size > 0 and math.floor(seconds * 4 / 15 + 0.5) * 5 or 0
    seconds = math.min(limits.hold_max, fit.hold(math.max(seconds, firm)))
  end
  if tour then times, seconds = 1, math.min(seconds, limits.hold_default) end
  local wanted = times * seconds
  while times > limits.reps_least and times * seconds > budget do times = times - 1 end
  if times * seconds > budget then seconds = math.floor(budget / times) end
  if times * seconds < wanted and fit.size == 2 then
    note("%g seconds in all are more than the %d a spot may have in a session", wanted, limits.spot_max)
  end
  if seconds < limits.hold_short then times = 0 end
  for i = 1, times do list[i] = seconds end
  return list
end

local function merged(entry, lines)
  local say = {}
  for _, source in ipairs { common, techniques[entry.technique] or techniques.press, entry.say or {}, lines or {} } do
    for name, list in pairs(source) do say[name] = list end
  end
  return say
end

-- Everything about this press, and what a hold may ask of it.
local function plan(a)
  local entry = args.entry("press", "point", a.point, body)
  local known = press.known(a.point)
  local side = press.side("press", entry, a.side)
  if entry.advanced then
    note("%s is for those who have asked for it", a.point)
    return nil
  end
  local p = { id = a.point, entry = entry, known = known, side = side, say = merged(entry, a.lines) }
  p.pattern = breath.pattern("press", a.breath or entry.breath)
  if p.pattern.in_s == 0 then core.blame("press: 'breath' must have a pace, and '" .. a.breath .. "' has none") end
  p.off_s = fit.size > 0 and math.max(limits.ramp_out, p.pattern.out_s) or limits.ramp_out -- the out-breath of letting go
  p.level, p.ceiling = level_of(a, entry, known)
  local tour, none = tour_dose(a, known, side)
  if none then return nil end
  if tour then p.level, p.ceiling = math.max(1, p.level - 1), math.max(1, p.ceiling - 1) end
  p.holds = holds_of(a, entry, known, side, p.pattern, tour)
  if #p.holds == 0 then
    note("%s has had its time", a.point)
    return nil
  end

  function p.set_level(level) p.level, known.level = level, level end
  function p.budget() -- the longest the present hold may be
    return limits.spot_max - (known.held[side] or 0)
  end
  function p.count(seconds) known.held[side] = (known.held[side] or 0) + seconds end
  function p.may_offer()
    local first = not known.offered
    known.offered = true
    return first and p.level < p.ceiling
  end
  function p.once_more()
    local seconds = p.holds[#p.holds]
    if p.extra or #p.holds >= limits.reps_most or p.budget() < 2 * seconds then return false end
    p.extra, p.holds[#p.holds + 1] = true, seconds
    return true
  end
  return p
end

local between = { "next", "ready", "again", "easier", "harder", "switch" }

-- An event outside a hold. Returns what ends the waiting, or nil when it was only noted.
local function answer(p, event)
  if event == "next" or event == "ready" or event == "switch" then return event end
  if event == "again" then p.once_more() end
  if event == "easier" and p.level > 1 then
    p.set_level(p.level - 1)
    voice.tell("Lighter this time.")
  elseif event == "harder" and p.level < p.ceiling then
    p.set_level(p.level + 1)
    voice.tell("A little more this time.")
  end
  return nil
end

-- Waits until `at`; what does not end the waiting is answered on the way.
local function idle(p, at)
  repeat
    local event = voice.attend(at, between)
    local what = event and answer(p, event)
    if what then return what end
  until not event
  return nil
end

local function lines(p, list)
  local event = voice.lines(list, between, p.side)
  return event and answer(p, event) or nil
end

-- Before the first hold of a spot: the caution, once, and nothing skips it; then how hard.
local function lead_in(p)
  if not p.known.cautioned then
    p.known.cautioned = true
    voice.lines(p.say.caution or voice.sentences(p.entry.cautions), nil, p.side)
  end
  local gentle = run.mode == "gentle"
  local press_in = voice.pick(gentle and p.say.press_gentle or p.say.press, true):gsub("{level}", voice.number(p.level))
  local list = { press_in }
  if p.known.scaled == p.level and fit.size == 0 then list = {} end -- said before, and time is short
  if p.known.scaled ~= p.level then list[2] = { (gentle and scale_gentle or scale)[p.level], pause = 0.8 } end
  p.known.scaled = p.level
  return lines(p, list)
end

local function lead_again(p, number)
  local list = { voice.pick(p.say.again, true) }
  if number == #p.holds and number > 2 then list = { "Last one.", voice.pick(p.say.leave) } end
  return lines(p, list)
end

-- The in-breath before the pressure; the word comes just before the out-breath. It is too short to be worth skipping.
local function breathe_in(p, number)
  local seconds = p.pattern.in_s
  sound.rising()
  local swell = sound.swell { seconds, 0, p.first_out, 0 }
  local out = core.now() + seconds
  if number == 1 then voice.place("Breathe in.", out - 0.8) end
  local what = idle(p, out - 0.5)
  if not what then
    local latest = out + p.first_out - 2
    voice.place(voice.pick(p.say.sink, true, latest - core.now()) or "And out.", latest)
    what = idle(p, out)
  end
  if what then
    voice.hush()
    if what == "switch" or number > 1 then
      sound.cut(swell, 0.5)
      return what
    end
    idle(p, out)
  end
  return nil
end

-- The pressure goes over an out-breath.
local function let_go(p)
  local off = core.now() + p.off_s
  sound.low_bell()
  if voice.is_free() then
    local room = p.off_s - 2
    voice.place(voice.pick(p.say.release, true, room) or voice.pick(p.say.let_go, true, room), off)
  else
    voice.tell(voice.pick(p.say.release, true))
  end
  local what
  repeat
    local event = voice.attend(off, between)
    if event == "again" then p.once_more() elseif event == "switch" then what = event end
  until not event
  run.pressed = nil
  return what
end

-- A long pause lies behind: find the place again, then the rest of the hold.
local function return_to(p)
  run.pressed = nil
  voice.lines({ "Welcome back.", { "Find the place again, without pressing.", pause = 5 } }, nil)
end

-- One hold with what belongs to it. Returns nil to go on, "switch" or "leave".
local function repetition(p, number)
  local seconds, held = p.holds[number], 0
  p.first_out = breath.lay(p.pattern, 0, seconds, "out")[1].seconds
  local what
  if number == 1 then what = lead_in(p) else what = lead_again(p, number) end
  if what == "switch" or (what == "next" and number > 1) then return what end
  what = breathe_in(p, number)
  if what then return what end
  local why, left
  repeat
    local before = core.now()
    why, left = hold.run(p, seconds, number)
    held = held + core.now() - before
    if why == "resumed" then
      seconds = math.min(math.max(left, limits.hold_short), p.budget())
      return_to(p)
      if seconds < limits.hold_short then why = "over" end
    end
    if why == "resumed" then
      p.first_out = breath.lay(p.pattern, 0, seconds, "out")[1].seconds
      what = breathe_in(p, 2)
      if what then why = what end
    end
  until why ~= "resumed"
  p.done[number] = held
  what = let_go(p) or (why == "switch" and why) or nil
  if what then return what end
  if number < #p.holds then
    what = lines(p, { { voice.pick(p.say.rest, true), pause = limits.rest / 5 } })
    if what == "ready" then what = nil end
  end
  return what
end

local rules = {
  point = { "string", needed = true }, side = { one_of = { "left", "right", "mid" } }, seconds = { "number", 1, 3600 },
  times = { "number", 1, 100 }, level = { "number", 1, 10 }, breaths = { "number", 1, 100 }, breath = { "string" }, lines = { "speech" },
}

function press.verb(given)
  local a = args.take("press", given, rules, { "point", "side" })
  if run.skipping then return end
  local p = plan(a)
  if not p then return end
  need("guide").notice()
  if not p.known.found[p.side] then need("guide").find_for_press(p) end
  if run.skipping then return end
  p.done = {}
  p.known.record[p.side] = p.done
  run.last_point = p.entry
  local number, what = 0, nil
  repeat
    number = number + 1
    what = repetition(p, number)
  until what or number >= #p.holds
  voice.lines(p.say.done or {}, { "next", "ready" }, p.side)
  if what == "switch" then run.skipping = run.side ~= nil end
end

-- The release on its own, for routines that hold by hand.
local release_rules = { seconds = { "number", 1, 30 }, lines = { "lines" } }
function press.release(given)
  local a = args.take("release", given, release_rules)
  sound.low_bell()
  local off = core.now() + (a.seconds or limits.ramp_out)
  voice.lines(a.lines or { voice.pick(common.release, true) }, nil)
  voice.attend(off)
  run.pressed = nil
end

return press
