-- guide.lua - leading a listener about: the notice, finding a spot, stretches and movements, rests, and the two sides.

local args = need("args")
local body = need("body")
local breath = need("breath")
local breaths = need("breaths")
local fit = need("fit")
local press = need("press")
local run = need("run")
local sound = need("sound")
local stretches = need("stretches")
local voice = need("voice")
local guide = {}

local skip = { "next", "ready", "switch" }

local function skipped(event)
  if event == "switch" then run.skipping = run.side ~= nil end
  return event
end

-- The standing notice: spoken once, before anything is done with a body, and not to be skipped.
local notice = { { "These routines are for general comfort.", more = 3 },
                 { "It is not medical advice, nor a replacement for care.", more = 3 },
                 { "General comfort, not medical advice.", less = 3 }, { "It does not replace care.", more = 1, less = 3 },
                 { "Stop if anything feels sharp, numb or wrong.", pause = 0.8 } }
function guide.notice()
  if run.noticed then return end
  run.noticed = true
  voice.lines(notice, nil)
end

local function side_word(side) return side == "left" and "Left side." or "Right side." end

-- Leads to the spot. Side first; the second time, and when a press was not led to, in few words.
local function lead_to(entry, known, side, lines, briefly)
  local say = entry.say or {}
  local list = {}
  if side ~= "mid" then list[1] = { side_word(side), pause = 0.4 } end
  local parts = lines and { lines } or (briefly or next(known.found)) and { say.brief or voice.sentences(entry.find) }
    or { say.place or voice.sentences(entry.posture), say.find or voice.sentences(entry.find),
         say.search or { { "Slide slowly across it.", pause = 3.5 }, { "Stay on the most tender place.", pause = 3 } } }
  for _, part in ipairs(parts) do
    for _, line in ipairs(part) do list[#list + 1] = line end
  end
  known.found[side] = true
  local event
  repeat
    event = voice.lines(list, { "next", "ready", "switch", "again" }, side)
  until event ~= "again"
  skipped(event)
end

local find_rules = { point = { "string", needed = true }, side = { one_of = { "left", "right", "mid" } }, lines = { "lines" } }

function guide.find(given, side)
  if type(given) == "string" then given = { given, side } end
  local a = args.take("find", given, find_rules, { "point", "side" })
  if run.skipping then return end
  local entry = args.entry("find", "point", a.point, body)
  guide.notice()
  lead_to(entry, press.known(a.point), press.side("find", entry, a.side), a.lines)
end

function guide.find_for_press(p) lead_to(p.entry, p.known, p.side, nil, true) end

-- A stretch is held for `seconds`, in breaths, deeper on the out-breath. Events: next and switch end it, longer adds
-- two breaths.
local counted = { "One more breath.", "Two more breaths." }

local function hold_stretch(say, seconds, side)
  local p = breaths["calm-46"]
  local ends = core.now() + seconds
  local phases = breath.lay(p, core.now(), ends, "out")
  local breath_count = 0
  for _, phase in ipairs(phases) do
    if phase.name == "out" then breath_count = breath_count + 1 end
  end
  local total = breath_count
  for _, phase in ipairs(phases) do
    local tone = phase.name == "in" and sound.rising or sound.falling
    tone()
    if phase.name == "out" then
      breath_count = breath_count - 1
      local text = breath_count == 0 and total > 1 and "Last breath here." or counted[breath_count]
      if breath_count == total - 1 then text = voice.pick(say.stay) or text end
      voice.place(text and voice.fill(text, side), phase.at + phase.seconds - 2)
    end
    local event = voice.attend(phase.at + phase.seconds, { "next", "switch", "longer" })
    if event == "longer" then return hold_stretch(say, math.min(seconds, 20), side) end
    if event then
      voice.hush()
      return skipped(event)
    end
  end
  return nil
end

local stretch_rules = {
  stretch = { "string", needed = true }, side = { one_of = { "left", "right", "mid" } }, seconds = { "number", 5, 60 },
  times = { "number", 1, 10 }, lines = { "lines" },
}

local function do_stretch(verb, given)
  local a = args.take(verb, given, stretch_rules, { "stretch", "side" })
  local entry = args.entry(verb, "stretch", a.stretch, stretches)
  if run.skipping then return end
  guide.notice()
  local side = a.side or run.side or "mid"
  local say = entry.say or { into = voice.sentences(entry.how), stay = {}, back = {} }
  local seen = run.stretched or {}
  run.stretched = seen
  local into = a.lines or (seen[a.stretch] and say.brief) or say.into
  seen[a.stretch] = true
  for time = 1, math.floor(a.times or 1) do
    local event = voice.lines(time == 1 and into or { "And once more." }, skip, side)
    if skipped(event) == "switch" then return end
    event = hold_stretch(say, fit.stretch(a.seconds or entry.seconds), side)
    voice.lines({ { voice.pick(say.back, true) or "Come back slowly.", pause = 2 } }, skip, side)
    if event then return end
  end
end

function guide.stretch(given) do_stretch("stretch", given) end
function guide.move(given) do_stretch("move", given) end

-- A pause that gives with the minutes one has.
local rest_rules = { seconds = { "number", 0, 3600 } }
function guide.rest(given)
  local a = args.take("rest", given, rest_rules, { "seconds" })
  if run.skipping then return end
  skipped(voice.attend(core.now() + fit.pause(a.seconds or 5), skip))
end

-- for side in sides(which) do ... end: left, then right, for "both". Says when to change over.
function guide.sides(which)
  local lists = { both = { "left", "right" }, left = { "left" }, right = { "right" }, mid = { "mid" } }
  local list = lists[which or "both"]
  if not list then core.blame(("sides: must be both, left or right, not %s"):format(args.shown(which))) end
  local i = 0
  return function()
    i = i + 1
    run.skipping = false
    run.side = list[i]
    if run.side and i > 1 then
      sound.double_chime()
      voice.attend(core.now() + 0.8)
      voice.lines({ { "Now the other side.", pause = 1.5, more = 3 } }, skip)
    end
    return run.side
  end
end

return guide
