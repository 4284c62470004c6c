-- breath.lua - the breath as a time base: a clock of phases in, hold_in, out, hold_out, with tones, a soft swell, and
-- few words.

local args = need("args")
local breaths = need("breaths")
local fit = need("fit")
local limits = need("limits")
local listener = need("listener")
local run = need("run")
local sound = need("sound")
local voice = need("voice")
local breath = {}

local order = { "in", "hold_in", "out", "hold_out" }
local tones = { ["in"] = sound.rising, hold_in = sound.steady, out = sound.falling, hold_out = sound.steady }

-- The first cycle speaks in full, the second shortly; afterwards the tones are enough.
local first = { ["in"] = "Breathe in.", hold_in = "Hold.", out = "And out, slow.", hold_out = "Rest." }
local second = { ["in"] = "In.", hold_in = "Hold.", out = "Out, slow.", hold_out = "Rest." }

-- The pattern `id`; one that holds the breath gives way to calm-46 in gentle mode.
function breath.pattern(verb, id)
  local p = args.entry(verb, "breath", id, breaths)
  local held = p.hold_in_s + p.hold_out_s > 0
  if held and run.mode == "gentle" then core.note("note", ("%s: %s holds the breath: calm-46 in gentle mode"):format(verb, id)) end
  return held and (run.mode == "gentle" or run.soft_breath) and breaths["calm-46"] or p
end

local function phases_of(p)
  local list, period = {}, 0
  for _, name in ipairs(order) do
    local seconds = p[name .. "_s"]
    if seconds > 0 then
      list[#list + 1] = { name = name, from = period, seconds = seconds }
      period = period + seconds
    end
  end
  return list, period
end

-- Phases for a hold from `from` to `to`, beginning with `name`: whole breaths, the last one an in-breath, so that
-- letting go falls on an out-breath. The pace gives a little to make it come out even. The breath itself is never held
-- over a press.
function breath.lay(p, from, to, name)
  local cycle, total = p.in_s + p.out_s, to - from
  local base = name == "in" and p.in_s or 0
  local count = math.max(base == 0 and 1 or 0, math.floor((total - base) / cycle + 0.75 - 1e-6))
  local list = {}
  if total < 1.5 or cycle == 0 then return list end
  local pace = total / (base + count * cycle)
  local at = from
  while at < to - 0.01 do
    local seconds = p[name .. "_s"] * pace
    list[#list + 1] = { name = name, at = at, seconds = seconds }
    at = at + seconds
    name = name == "in" and "out" or "in"
  end
  return list
end

-- The clock that `say { on = ... }` looks at: when the next phase of that name begins.
local function start_clock(list, period, cycles)
  local clock = { start = core.now(), cycles = cycles }
  function clock.next(name)
    local now = core.now()
    for cycle = math.max(0, (now - clock.start) // period), clock.cycles - 1 do
      for _, phase in ipairs(list) do
        local at = clock.start + cycle * period + phase.from
        if phase.name == name and at >= now - 1e-6 then return { at = at, seconds = phase.seconds } end
      end
    end
    return nil
  end
  run.clock = clock
  return clock
end

-- What is said for a phase of a cycle: words at first, then now and then a line, always done two seconds before an
-- out-breath ends.
local function word(p, cycle, name, quiet)
  if quiet then return nil end
  if cycle == 1 then return p.words and p.words[name] or first[name] end
  if cycle == 2 then return p.words and p.words[name] or second[name] end
  return nil
end

local expected = { "One more breath.", "Two more breaths.", "That is long enough here.", "Smaller breaths. Your own pace is fine.",
                   "From the start.", "Without holding, then.", "Breathe in.", "And out, slow." }

-- What the events mean in a breathing `b`: its pattern, its cycles, and how many of them are over.
local function answers(b)
  return listener.answering {
    next = true, ready = true, resumed = true,
    longer = function()
      local more = math.min(limits.breaths_longer, limits.breaths_longest - b.added, (b.p.most or math.huge) - b.cycles - b.spent)
      if more < 1 then return voice.reply("That is long enough here.") end
      b.cycles, b.added = b.cycles + more, b.added + more
      if b.clock then b.clock.cycles = b.cycles end
      voice.reply(more == 1 and "One more breath." or "Two more breaths.")
    end,
    again = function()
      if b.p.most then return voice.reply("That is enough here.") end
      return "again"
    end,
    easier = function()
      if b.p.hold_in_s + b.p.hold_out_s == 0 then return voice.reply("Smaller breaths. Your own pace is fine.") end
      run.soft_breath = true
      return "easier"
    end,
    harder = function() voice.reply("This is enough here.") end,
  }
end

-- Runs the cycles of `b`. Its lines come one every `every` cycles, on the out-breath. Returns the event that ended it
-- early.
local function run_clock(b)
  local p, on = b.p, answers(b)
  local list, period = phases_of(p)
  local event
  b.over = 0
  if not b.quiet then -- the verb just before the phase
    voice.wait_free()
    voice.place(word(p, 1, "in"), math.huge)
    event = listener.wait(core.now() + 0.5, on)
    if event then voice.hush() end
  end
  local clock = start_clock(list, period, b.cycles)
  b.clock = clock
  while b.over < clock.cycles and not event do
    local cycle = b.over + 1
    local start = clock.start + b.over * period
    local swell = sound.swell { p.in_s, p.hold_in_s, p.out_s, p.hold_out_s }
    for i, phase in ipairs(list) do
      local ends = start + phase.from + phase.seconds
      tones[phase.name]()
      local after_out = i == 1 and cycle > 1 or i > 1 and list[i - 1].name == "out"
      if after_out then voice.place(word(p, cycle, phase.name, b.quiet), ends) end
      if phase.name == "out" and cycle > 2 and b.lines and cycle % b.every == 0 then voice.place(voice.pick(b.lines), ends - 2) end
      local following = phase.name ~= "out" and list[i + 1] or nil -- spoken half a second before it begins
      if following then
        event = listener.wait(ends - 0.5, on)
        if not event then voice.place(word(p, cycle, following.name, b.quiet), math.huge) end
      end
      event = event or listener.wait(ends, on)
      if event then break end
    end
    if event then
      voice.hush()
      sound.cut(swell, 0.8)
    else
      b.over = cycle
    end
  end
  run.clock, b.clock = nil, nil
  return event
end

-- All cycles of `b`, whatever comes between: after a long pause those that are left, once more from the start, or
-- without holding the breath.
local function run_breathing(b)
  local event
  local all, shown = b.cycles, b.quiet
  voice.expect(expected)
  voice.expect(b.lines)
  repeat
    event = run_clock(b)
    b.spent = b.spent + b.over
    if event == "resumed" then
      voice.reply("Welcome back.")
      b.cycles, b.quiet = math.max(1, b.cycles - b.over), shown
    elseif event == "again" then
      voice.reply("From the start.")
      b.cycles, b.added, b.quiet = all, 0, shown
    elseif event == "easier" then
      local left = (b.cycles - b.over) * select(2, phases_of(b.p))
      b.p = breaths["calm-46"]
      b.cycles, b.quiet = math.max(1, math.floor(left / select(2, phases_of(b.p)) + 0.5)), false
      voice.reply("Without holding, then.")
    end
  until event ~= "resumed" and event ~= "again" and event ~= "easier"
  return event
end

-- Quiet time for the breath: `seconds`, and what "longer" adds.
local function breathe_freely(seconds)
  local ends, event = core.now() + seconds, nil
  local on = listener.answering {
    next = true, ready = true,
    longer = function()
      ends = listener.longer(ends, core.now())
      voice.reply("Take your time.")
    end,
    easier = function() voice.reply("Smaller breaths. Your own pace is fine.") end,
  }
  repeat event = listener.wait(ends, on) until event or core.now() + 1e-6 >= ends
  return event
end

local breathe_rules = {
  pattern = { "string" }, cycles = { "number", 1, 500 }, seconds = { "number", 1, 36000 },
  lines = { "lines" }, every = { "number", 1, 100 }, words = { "boolean" },
}

-- How long, and in how many cycles. The minutes asked for stretch it, but not a breath that has its dose; one that gives way to
-- another is as long as it would have been.
local function dose(verb, a, p)
  local _, period = phases_of(p)
  local _, written = phases_of(breaths[a.pattern or "calm-46"])
  local total = a.seconds or (a.cycles or 6) * written
  if not p.most then
    total = fit.breathing(total)
    return total, math.floor(total / period + 1e-6) -- none: too short for a clock, so it is quiet time
  end
  local cycles = math.floor(total / period + 1e-6)
  if cycles > p.most then core.note("cycles", ("%s: %s is for %d cycles at most"):format(verb, a.pattern, p.most)) end
  return total, math.min(cycles, p.most)
end

-- Breathing for `cycles` or `seconds`, as written. What is left over of the last cycle is quiet time.
local function breathe(verb, a)
  local p = breath.pattern(verb, a.pattern or "calm-46")
  local _, period = phases_of(p)
  if period == 0 then return breathe_freely(fit.breathing(a.seconds or 30)) end
  local total, cycles = dose(verb, a, p)
  local quiet = a.words == false
  local b = { p = p, cycles = cycles, added = 0, spent = 0, over = 0, lines = a.lines, every = a.every or 3, quiet = quiet }
  local event = cycles > 0 and run_breathing(b)
  local left = total - cycles * period
  if cycles == 0 and not quiet then left = left + 0.5 end -- as long as a clock's first word takes
  if event or left <= 0 then return end
  local ends = core.now() + left
  if cycles > 0 and left > period then listener.tell("Now let the breath go its own way.", listener.answering()) end
  breathe_freely(math.max(0, ends - core.now()))
end

function breath.verb(given)
  local a = args.take("breathe", given, breathe_rules, { "pattern" })
  if run.skipping then return end
  listener.begin()
  if run.skipping then return end
  breathe("breathe", a)
  run.last = function() breathe("breathe", a) end
end

local settle_rules = { breath = { "string" }, cycles = { "number", 1, 100 }, lines = { "lines" } }
local arrive = { { "Let yourself be carried.", pause = 2 }, { "Breathe in through the nose.", pause = 1.5, more = true },
                 { "And a longer breath out.", pause = 2, more = true }, { "Your own pace is fine.", pause = 1.5 } }

-- Arriving: a few lines, a few breaths.
function breath.settle(given)
  local a = args.take("settle", given, settle_rules)
  if run.skipping then return end
  listener.begin()
  need("guide").notice()
  listener.lines(a.lines or arrive, { next = true })
  if run.skipping then return end
  breathe("settle", { pattern = a.breath, cycles = a.cycles or 4 })
end

return breath
