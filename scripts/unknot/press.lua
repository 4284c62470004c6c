-- press.lua - pressing a spot, with the whole craft: caution, getting into place, holds that begin on an out-breath,
-- releases that ramp, rests, fewer words each time; and the limits that no routine can pass.

local args = need("args")
local body = need("body")
local breath = need("breath")
local fit = need("fit")
local hold = need("hold")
local limits = need("limits")
local listener = need("listener")
local rates = need("rates")
local run = need("run")
local sound = need("sound")
local techniques = need("techniques")
local voice = need("voice")
local press = {}

-- What to say where neither a site nor its technique has words of its own.
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

-- What the session knows of a point: seconds `held` and whether it was `found`, by side; the holds of each press that was
-- `done`, by side; how many levels `lighter` (or, below 0, harder) than written it is worked.
function press.known(id)
  local known = run.points[id]
  if not known then
    known = { held = {}, found = {}, done = { left = {}, right = {}, mid = {} }, lighter = 0 }
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

local function note(code, format, ...) core.note(code, ("press: " .. format):format(...)) end

-- The level to ask for and the highest there may be.
local function level_of(a, entry, known)
  local site = math.min(entry.ceiling, limits.level_ceiling)
  local tender = site <= limits.tender_ceiling
  local ceiling = site
  if run.mode == "gentle" then ceiling = math.max(1, math.min(limits.level_ceiling_gentle, site - 2)) end
  local level = a.level and math.floor(a.level) or tender and site - 1 or limits.level_standard
  if level > site then
    note("ceiling", "level %d is above the ceiling of %s, %d", level, a.point, site)
    level = site
  end
  if run.mode == "gentle" then
    local wanted = level
    level = math.min(level, limits.level_gentle, ceiling)
    if a.level and level < wanted and not known.noted then note("note", "level %d instead of %d in gentle mode", level, wanted) end
    known.noted = true
  elseif run.mode == "firm" then
    if not known.careful then level = math.max(level, math.min(level + 1, tender and site - 1 or site)) end
  end
  known.lighter, run.wish = known.lighter - run.wish, 0
  level = math.min(level, ceiling)
  known.lighter = level - math.max(1, math.min(level - known.lighter, ceiling))
  return level - known.lighter, ceiling
end

-- Whether this spot gets the short dose of a tour, because the routine is one or so many were pressed already; the second
-- result: none at all.
local function tour_dose(a, known, side)
  local sides = 0
  for _, point in pairs(run.points) do
    for _ in pairs(point.held) do sides = sides + 1 end
  end
  if known.held[side] or sides < limits.sides_max then return run.tour, false end
  if sides >= limits.tour_sides then
    note("sites", "%d spots are enough for one session: %s is left out", sides, a.point)
    return true, true
  end
  if not run.tour then note("sites", "%s is spot number %d of the session: one short, lighter hold", a.point, sides + 1) end
  return true, false
end

-- The seconds of each hold.
local function holds_of(a, entry, known, side, pattern, tour)
  local budget = limits.spot_max - (known.held[side] or 0)
  local other = known.done[side == "left" and "right" or "left"][#known.done[side] + 1]
  local list = {}
  if run.side and other and #other > 0 then -- the second side gets what the first really got
    for _, seconds in ipairs(other) do
      seconds = math.min(math.max(math.floor(seconds + 0.5), limits.hold_short), budget)
      budget = budget - seconds
      if seconds >= limits.hold_short then list[#list + 1] = seconds end
    end
    return list
  end
  local seconds = a.breaths and a.breaths * (pattern.in_s + pattern.out_s) or a.seconds or entry.hold_s
  local times = math.floor(a.times or entry.reps)
  if seconds > limits.hold_max then note("hold-cap", "%g seconds are more than the %d a hold may last", seconds, limits.hold_max) end
  if seconds < limits.hold_short then note("hold-short", "%g seconds are less than the %d a hold needs", seconds, limits.hold_short) end
  if times < limits.reps_least or times > limits.reps_most then
    note("times", "%d times is not between %d and %d", times, limits.reps_least, limits.reps_most)
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
  if times * seconds < wanted and fit.size == 2 and run.mode ~= "firm" then
    note("spot-cap", "%g seconds are asked for, %s has %g left of the %d of a session", wanted, a.point, budget, limits.spot_max)
  end
  if seconds < limits.hold_short then times = 0 end
  for i = 1, times do list[i] = seconds end
  return list
end

local function merged(entry, lines)
  local say = {}
  for _, source in ipairs { common, techniques[entry.technique].say, entry.say or {}, lines or {} } do
    for name, list in pairs(source) do
      if name == "caution" and #list == 0 then note("caution", "a spot is not pressed without its caution: it is said all the same")
      else say[name] = list end
    end
  end
  return say
end

-- A site that only its stretch reaches: says so, once, and names the stretch.
local function stretch_instead(id, entry, known)
  note("not-pressed", "%s is never pressed: use stretch { \"%s\" }", id, entry.stretch)
  if known.cautioned then return end
  known.cautioned = true
  need("guide").notice()
  listener.lines(entry.say.caution, listener.locked)
  listener.lines({ ("Its stretch is this one: %s."):format(need("stretches")[entry.stretch].name) }, { next = true })
end

-- Everything about this press, and what a hold may ask of it.
local function plan(a)
  local entry = args.entry("press", "point", a.point, body)
  local known = press.known(a.point)
  local side = press.side("press", entry, a.side)
  if entry.advanced then
    note("off-by-default", "%s is for those who have asked for it", a.point)
    return nil
  end
  if techniques[entry.technique].pressed == false then return stretch_instead(a.point, entry, known) end
  local p = { id = a.point, entry = entry, known = known, side = side, say = merged(entry, a.lines) }
  p.pattern = breath.pattern("press", a.breath or entry.breath)
  if p.pattern.in_s == 0 then core.blame("press: 'breath' must have a pace, and '" .. (a.breath or entry.breath) .. "' has none") end
  p.off_s = fit.size > 0 and math.max(limits.ramp_out, p.pattern.out_s) or limits.ramp_out -- the out-breath of letting go
  p.level, p.ceiling = level_of(a, entry, known)
  local tour, none = tour_dose(a, known, side)
  if none then return nil end
  if tour then p.level, p.ceiling = math.max(1, p.level - 1), math.max(1, p.ceiling - 1) end
  p.holds = holds_of(a, entry, known, side, p.pattern, tour)
  if #p.holds == 0 then
    note("spot-cap", "%s has had its time", a.point)
    return nil
  end

  p.tour, p.repeated = tour, next(known.held) ~= nil
  p.over, p.longer = 0, 0 -- holds that are over; how often the next one is to be longer
  p.done = {}

  function p.set_level(level) p.level, known.lighter = level, known.lighter + p.level - level end
  function p.budget() return limits.spot_max - (known.held[side] or 0) end -- the longest the present hold may be
  function p.count(seconds) known.held[side] = (known.held[side] or 0) + seconds end
  function p.may_offer()
    local first = not known.offered
    known.offered = true
    return first and p.level < p.ceiling
  end
  function p.once_more() -- one hold more, if the spot has the time for it
    local room = p.budget()
    for i = p.over + 1, #p.holds do room = room - p.holds[i] end
    local seconds = math.min(p.holds[#p.holds], math.floor(room))
    if p.tour or #p.holds >= limits.reps_most or seconds < limits.hold_short then return false end
    p.holds[#p.holds + 1] = seconds
    return true
  end
  return p
end

-- What the events mean outside of a hold; `more` has what is particular to the moment. A level is for the next hold. A
-- long pause ends what goes on: the way back comes first then.
local function answers(p, more)
  local all = {
    next = true, resumed = true,
    easier = function()
      if p.level <= 1 then return voice.reply("As light as can be.") end
      p.set_level(p.level - 1)
      voice.reply("Lighter this time.")
    end,
    harder = function()
      if p.level >= p.ceiling then return voice.reply("This is the most, here.") end
      p.set_level(p.level + 1)
      voice.reply("A little more this time.")
    end,
    rate = function(value)
      rates.keep(p.id, value)
      if value <= p.ceiling or p.level <= 1 then return voice.reply("Thank you.") end
      p.set_level(math.max(1, math.floor(p.level * 2 / 3 + 0.5)))
      voice.reply("Lighter this time.")
    end,
    again = function() voice.reply(p.once_more() and "Once more, then." or "That is enough here.") end,
    switch = function()
      if p.side ~= "mid" then return "switch" end
      voice.reply("Both sides at once, here.")
    end,
  }
  for event, answer in pairs(more or {}) do all[event] = answer end
  return all
end

local expected = {
  "Lighter this time.", "As light as can be.", "This is the most, here.", "A little more this time.", "Longer, then.",
  "Both sides at once, here.", "That is long enough here.", "Ten more.", "A little more, then it is enough.",
  "A little more, slowly.", "A little more weight, if you like.", "Once more after this.", "Last one.", "Three, two, one.",
  "That is all. Breathe as you like.", "And out.",
}

-- The words that set the level, and those for how long a hold is; what the next press may make of them.
local function level_words(p, level)
  local gentle = run.mode == "gentle"
  local text = voice.pick(gentle and p.say.press_gentle or p.say.press, true):gsub("{level}", voice.number(level))
  return text, (gentle and scale_gentle or scale)[level]
end

local function expect(p)
  voice.expect(expected)
  for _, part in ipairs { "easier", "off", "hold", "check", "again", "leave", "sink", "release", "let_go", "rest" } do
    voice.expect(p.say[part], p.side)
  end
  for level = 1, math.min(p.level + 1, p.ceiling) do voice.expect { level_words(p, level) } end
  if not next(p.known.held) then -- what it may come to on the other side, too
    for seconds = 10, limits.hold_max, 5 do voice.expect { hold.opening(seconds) } end
  end
  voice.expect(need("guide").back_to(p.entry, p.side), p.side)
end

local function again_from_the_start() return "restart" end

-- Before the first hold of a spot: the caution, once, and nothing skips it; then how hard.
local function lead_in(p)
  if not p.known.cautioned then
    p.known.cautioned = true
    listener.lines(p.say.caution or voice.sentences(p.entry.cautions), listener.locked, p.side)
    if run.skipping then return "switch" end
  end
  local press_in, feels = level_words(p, p.level)
  local list, said = { press_in }, p.known.scaled == p.level
  if said and (fit.size == 0 or p.tour) then list = {} end -- on the other side, and time is short
  if not said and not (p.tour and run.felt == p.level) then list[2] = { feels, pause = 0.8 } end
  p.known.scaled, run.felt = p.level, p.level
  return listener.lines(list, answers(p, { again = again_from_the_start }), p.side)
end

local function lead_again(p, number)
  local list = { voice.pick(p.say.again, true) }
  if number == #p.holds and number > 2 then list = { "Last one.", voice.pick(p.say.leave) } end
  return listener.lines(list, answers(p), p.side)
end

-- The in-breath before the pressure; the word comes just before the out-breath. "next" now leaves the spot.
local function breathe_in(p, number)
  local seconds = p.pattern.in_s
  local on = listener.answering(answers(p, { longer = function()
    p.longer = p.longer + 1
    voice.reply("Longer, then.")
  end }))
  sound.rising()
  local swell = sound.swell { seconds, 0, p.first_out, 0 }
  local out = core.now() + seconds
  if number == 1 then voice.place("Breathe in.", out - 0.8) end
  local what = listener.wait(out - 0.5, on)
  if not what then
    local latest = out + p.first_out - 2
    voice.place(voice.pick(p.say.sink, true, latest - core.now(), true) or "And out.", latest)
    what = listener.wait(out, on)
  end
  if what then
    voice.hush()
    sound.cut(swell, 0.5)
  end
  return what
end

-- The pressure goes over an out-breath, to its end, whatever is pressed.
local function let_go(p)
  local off = core.now() + p.off_s
  sound.low_bell()
  if voice.is_free() then
    local room = p.off_s - 2
    voice.place(voice.pick(p.say.release, false, room) or voice.pick(p.say.let_go, true, room), off)
  else
    local room = p.off_s - 2 - math.max(0.15, voice.free_at() - core.now())
    voice.reply(voice.pick(p.say.release, false, room) or voice.pick(p.say.let_go, true), true)
  end
  local what
  local on = listener.answering(answers(p, {
    longer = function()
      off = listener.longer(off, core.now())
      voice.reply("Take your time.")
    end,
    next = function() what = what or "next" end,
    switch = function() if p.side ~= "mid" then what = "switch" end end,
    resumed = function() p.away = "paused" end,
  }))
  repeat listener.wait(off, on) until core.now() + 1e-6 >= off
  run.pressed = nil
  return what
end

-- The hand is elsewhere (p.away: "paused" or "again"): where the place was, and the time to get there.
local function return_to(p)
  local place = { p.away == "paused" and "Welcome back." or nil }
  p.away, run.pressed = nil, nil
  for _, line in ipairs(need("guide").back_to(p.entry, p.side)) do place[#place + 1] = line end
  local on = answers(p, { again = again_from_the_start })
  on.resumed = "restart"
  local what = listener.lines(place, on, p.side)
  if what then return what end
  on.resumed, on.ready, on.again = true, true, function() return "resumed" end
  return listener.ask("ready", limits.return_time, listener.answering(on))
end

-- One hold with what belongs to it. Returns nil to go on; "switch", "next" or "spent" to leave the spot.
local function repetition(p, number)
  local seconds = math.min(p.holds[number], p.budget())
  local lead, held, pressing, what = true, 0, false, nil
  if seconds < limits.hold_short then return "spent" end
  repeat
    what = p.away and return_to(p) or nil
    if what == "ready" or what == "next" then what = nil end
    if not what and lead then
      if number == 1 then what = lead_in(p) else what = lead_again(p, number) end
      if what == "next" and number == 1 then what = nil end -- enough words
      lead = what == "resumed"
    end
    if not what then
      p.first_out = breath.lay(p.pattern, 0, seconds, "out")[1].seconds
      what = breathe_in(p, number)
    end
    pressing = not what
    if pressing then
      local before, left = core.now(), nil
      what, left = hold.run(p, seconds, number, held)
      held = held + core.now() - before
      if what == "resumed" then
        pressing = false
        seconds = math.min(math.max(left, limits.hold_short), p.budget())
        if seconds < limits.hold_short then what = "spent" end
      end
    end
    p.away = p.away or what == "resumed" and "paused" or nil
  until what ~= "resumed"
  if held > 0 then p.done[#p.done + 1] = held end
  p.over = number
  if pressing then
    what = let_go(p) or what == "switch" and what or nil
  end
  if what then return what end
  if number < #p.holds then
    what = listener.lines({ { voice.pick(p.say.rest, true), pause = limits.rest / 5 } }, answers(p))
    if what == "resumed" then
      p.away, what = "paused", nil
    end
  end
  return what
end

-- Holds from `number` on, then what is said when they are over; "again" there brings one more.
local function work(p, number)
  local what, ending
  run.point = p.id
  repeat
    while number < #p.holds and not what do
      number = number + 1
      what = repetition(p, number)
    end
    if what == "spent" then voice.reply("That is enough here.", true) end
    ending = listener.lines(p.say.done or {}, answers(p, {
      resumed = false, easier = false, harder = false,
      switch = function() if p.side ~= "mid" then what = "switch" end end,
      again = function()
        if (not what or what == "next") and (number < #p.holds or p.once_more()) then
          what = nil
          return "more"
        end
        voice.reply("That is enough here.")
      end,
    }), p.side)
  until ending ~= "more"
  if what == "switch" then run.skipping = run.side ~= nil and run.side ~= "mid" end
end

-- The press that lies behind, for "again" between the steps: one hold more.
local function once_more_of(p)
  return function()
    if not p.once_more() then return voice.reply("That is enough here.") end
    run.last = nil
    p.away = "again"
    work(p, #p.holds - 1)
    run.last = once_more_of(p)
  end
end

local rules = {
  point = { "string", needed = true }, side = { one_of = { "left", "right", "mid" } }, seconds = { "number", 1, 3600 },
  times = { "number", 1, 100 }, level = { "number", 1, 10 }, breaths = { "number", 1, 100 }, breath = { "string" }, lines = { "speech" },
}

function press.verb(given)
  local a = args.take("press", given, rules, { "point", "side" })
  if run.skipping then return end
  listener.begin()
  if run.skipping then return end
  local p = plan(a)
  if not p then return end
  need("guide").notice()
  if not p.known.found[p.side] and not run.skipping then need("guide").find_for_press(p) end
  if run.skipping then return end
  local done = p.known.done[p.side]
  done[#done + 1] = p.done
  run.last_point = p.entry
  expect(p)
  work(p, 0)
  run.last = once_more_of(p)
end

-- The release on its own, for routines that hold by hand.
local release_rules = { seconds = { "number", 1, 30 }, lines = { "lines" } }
function press.release(given)
  local a = args.take("release", given, release_rules)
  if run.skipping then return end
  sound.low_bell()
  local off = core.now() + (a.seconds or limits.ramp_out)
  listener.lines(a.lines or { voice.pick(common.release, true) }, listener.locked)
  listener.wait(off, listener.answering(listener.locked))
  run.pressed = nil
end

return press
