-- breath.lua - the breath as a time base: a clock of phases in, hold_in, out, hold_out, with tones, a soft swell, and
-- few words.

local args = need("args")
local breaths = need("breaths")
local fit = need("fit")
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
  if run.mode == "gentle" and p.hold_in_s + p.hold_out_s > 0 then
    core.note(("%s: %s holds the breath: calm-46 in gentle mode"):format(verb, id))
    p = breaths["calm-46"]
  end
  return p
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

local names = { "next", "ready", "longer", "switch" }

-- What is said for a phase of a cycle: words at first, then now and then a line, always done two seconds before an
-- out-breath ends.
local function word(p, cycle, name, quiet)
  if quiet then return nil end
  if cycle == 1 then return p.words and p.words[name] or first[name] end
  if cycle == 2 then return p.words and p.words[name] or second[name] end
  return nil
end

-- Runs `cycles` of the pattern. `lines` come one every `every` cycles, on the out-breath. Returns the event that ended
-- it early.
local function run_clock(p, cycles, lines, every, quiet)
  local list, period = phases_of(p)
  local event
  if not quiet then -- the verb just before the phase
    voice.wait_free()
    voice.place(word(p, 1, "in"), math.huge)
    event = voice.attend(core.now() + 0.5, { "next", "ready", "switch" })
  end
  local clock = start_clock(list, period, cycles)
  local cycle = 0
  while cycle < clock.cycles and not event do
    cycle = cycle + 1
    local start = clock.start + (cycle - 1) * period
    local swell = sound.swell { p.in_s, p.hold_in_s, p.out_s, p.hold_out_s }
    for i, phase in ipairs(list) do
      local ends = start + phase.from + phase.seconds
      tones[phase.name]()
      local after_out = i == 1 and cycle > 1 or i > 1 and list[i - 1].name == "out"
      if after_out then voice.place(word(p, cycle, phase.name, quiet), ends) end
      if phase.name == "out" and cycle > 2 and lines and cycle % every == 0 then voice.place(voice.pick(lines), ends - 2) end
      local following = phase.name ~= "out" and list[i + 1] or nil -- spoken half a second before it begins
      for _, at in ipairs { following and ends - 0.5 or ends, ends } do
        while not event or event == "longer" do
          event = voice.attend(at, names)
          if event == "longer" then clock.cycles = math.min(clock.cycles + 2, p.most or math.huge) end
          if not event then break end
        end
        if following and not event and at < ends then voice.place(word(p, cycle, following.name, quiet), math.huge) end
      end
      if event then break end
    end
    if event then
      voice.hush()
      sound.cut(swell, 0.8)
    end
  end
  run.clock = nil
  if event == "switch" then run.skipping = run.side ~= nil end
  return event
end

local breathe_rules = {
  pattern = { "string" }, cycles = { "number", 1, 500 }, seconds = { "number", 1, 36000 },
  lines = { "lines" }, every = { "number", 1, 100 }, words = { "boolean" },
}

-- Breathing for `cycles` or `seconds`, as written; the minutes asked for stretch it. What is left over of the last
-- cycle is quiet time.
local function breathe(verb, a)
  local p = breath.pattern(verb, a.pattern or "calm-46")
  local _, period = phases_of(p)
  if period == 0 then
    voice.attend(core.now() + fit.breathing(a.seconds or 30), names)
    return
  end
  local total = fit.breathing(a.seconds or (a.cycles or 6) * period)
  local cycles = math.floor(total / period + 1e-6) -- none: too short for a clock, so it is quiet time
  if p.most and cycles > p.most then
    core.note(("%s: %s is for %d cycles at most"):format(verb, a.pattern, p.most))
    cycles = p.most
  end
  local event = cycles > 0 and run_clock(p, cycles, a.lines, a.every or 3, a.words == false)
  local left = total - cycles * period
  if cycles == 0 and a.words ~= false then left = left + 0.5 end -- as long as a clock's first word takes
  if event or left <= 0 then return end
  local ends = core.now() + left
  if cycles > 0 and left > period then voice.say("Now let the breath go its own way.") end
  voice.attend(ends, names)
end

function breath.verb(given)
  if run.skipping then return end
  breathe("breathe", args.take("breathe", given, breathe_rules, { "pattern" }))
end

local settle_rules = { breath = { "string" }, cycles = { "number", 1, 100 }, lines = { "lines" } }
local arrive = { { "Let yourself be carried.", pause = 2 }, { "Breathe in through the nose.", pause = 1.5, more = true },
                 { "And a longer breath out.", pause = 2, more = true }, { "Your own pace is fine.", pause = 1.5 } }

-- Arriving: a few lines, a few breaths.
function breath.settle(given)
  local a = args.take("settle", given, settle_rules)
  need("guide").notice()
  voice.lines(a.lines or arrive, { "next", "ready" })
  breathe("settle", { pattern = a.breath, cycles = a.cycles or 4 })
end

return breath
