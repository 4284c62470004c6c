-- init.lua - puts the verbs where scripts find them, and starts a routine. See ../README.md for what they do.

if core.checking then need("check").listen() end
local args = need("args")
local body = need("body")
local limits = need("limits")
local breath = need("breath")
local guide = need("guide")
local listener = need("listener")
local press = need("press")
local pressure = need("pressure")
local relax = need("relax")
local run = need("run")
local say = need("say")
local session = need("session")
local sound = need("sound")
local env = core.env

-- Time.
env.wait = core.wait
env.now = core.now
env.random = core.random
env.spawn = core.spawn
env.join = core.join

function env.together(...)
  local ids = {}
  for i, fn in ipairs { ... } do
    if type(fn) ~= "function" then core.blame("together: takes functions, not " .. args.shown(fn)) end
    ids[i] = core.spawn(fn)
  end
  core.join(table.unpack(ids))
end

local events = { "next", "again", "longer", "easier", "harder", "switch", "ready", "rate", "resumed" }
function env.listen(given)
  if type(given) == "string" then given = { given } end
  local rules, positions = { seconds = { "number", 0, 86400 } }, {}
  for i = 1, #events do
    positions[i] = "event " .. i
    rules[positions[i]] = { one_of = events }
  end
  local a = args.take("listen", given, rules, positions)
  local names = {}
  for _, position in ipairs(positions) do names[#names + 1] = a[position] end
  return listener.listen(a.seconds, #names > 0 and names or events)
end

-- Sounds. What they accept beside their names is checked where cues are made.
local any = { "any" }
local tone_kinds = { "sine", "bell", "bowl", "chime", "binaural", "isochronic", "noise", "breath" }
local tone_rules = { kind = { one_of = tone_kinds }, hz = any, beat = any,
                     seconds = any, db = any, pan = any, colour = any, fade_in = any, fade_out = any, phases = any }
-- What is no kind of ours is made by a plugin: whether there is one shows where the cue is made.
local made_tone_rules = { kind = any, hz = any, beat = any, seconds = any, db = any, pan = any, fade_in = any, fade_out = any }
local made_bed_rules = { kind = any, hz = any, beat = any, db = any, pan = any, fade_in = any, fade_out = any }
local ours = { phrase = true, clip = true, loop = true }
for _, kind in ipairs(tone_kinds) do ours[kind] = true end
local function made(given)
  return type(given) == "table" and type(given.kind) == "string" and not ours[given.kind]
end

function env.tone(given)
  local a = args.take("tone", given, made(given) and made_tone_rules or tone_rules)
  a.kind = a.kind or "sine"
  a.bus = "tone"
  if a.kind == "sine" then a.hz, a.seconds = a.hz or 440, a.seconds or 0.1 end
  return sound.start(a)
end

local clip_rules = { file = { "string", needed = true }, db = any, pan = any, fade_in = any, fade_out = any }
function env.clip(given)
  local a = args.take("clip", given, clip_rules, { "file" })
  a.kind = "clip"
  return sound.start(a)
end

local bell_rules = { kind = { one_of = { "bell", "bowl", "chime" } }, hz = any, seconds = any, db = any, pan = any }
function env.bell(given)
  local a = args.take("bell", given, bell_rules)
  a.kind, a.bus, a.hz, a.db = a.kind or "bell", "tone", a.hz or 330, a.db or -20
  return sound.start(a)
end

-- One bed at a time: it lasts until the next one, bed(false) or the end. Every colour is as loud as the others: some 27 LU under
-- the voice.
local bed
local bed_db = { white = -47, pink = -42, brown = -34 }
local bed_rules = { kind = { one_of = { "noise", "loop", "binaural", "isochronic" } },
                    colour = any, db = any, file = any, hz = any, beat = any, pan = any, fade_in = any, fade_out = any }
function env.bed(given)
  if bed then sound.cut(bed, 3) end
  bed = nil
  if given == false then return nil end
  local a = args.take("bed", given, made(given) and made_bed_rules or bed_rules)
  a.kind, a.bus = a.kind or "noise", "bed"
  if a.kind == "noise" then
    a.colour = a.colour or "pink"
    a.db = a.db or bed_db[a.colour]
  end
  a.fade_in, a.fade_out = a.fade_in or 3, a.fade_out or 3
  bed = sound.start(a)
  return bed
end

local cut_rules = { sound = { "table", needed = true }, fade = { "number", 0, 60 } }
function env.cut(result, fade)
  local a = args.take("cut", { result, fade }, cut_rules, { "sound", "fade" })
  if a.sound.span then pressure.close(a.sound.span) elseif a.sound.id then sound.cut(a.sound, a.fade) else
    core.blame("cut: takes what tone, clip, bell, bed or span gave back")
  end
end

-- Steps and spans.
local mark_rules = { title = { "string", needed = true }, level = { "number", 1, 3 } }
function env.mark(given)
  local a = args.take("mark", given, mark_rules, { "title" })
  if not run.skipping then core.mark(a.title, a.level or 1) end
end
function env.step(given)
  local a = args.take("step", given, { title = mark_rules.title }, { "title" })
  if not run.skipping then core.mark(a.title, 1) end
end

local span_rules = { point = { "string", needed = true }, side = { one_of = { "left", "right", "mid" } }, level = { "number", 1, 10 } }
function env.span(given)
  local a = args.take("span", given, span_rules, { "point", "side" })
  local entry = args.entry("span", "point", a.point, body)
  local most = math.min(entry.ceiling, limits.level_ceiling)
  if most < 1 then core.blame(("span: %s is not pressed: use stretch { \"%s\" }"):format(a.point, entry.stretch)) end
  if entry.advanced then core.blame(("span: %s is for those who have asked for it"):format(a.point)) end
  local level = a.level or most
  if level > most then core.note("ceiling", ("span: level %g is above the ceiling of %s, %d"):format(level, a.point, most)) end
  return { span = pressure.open(a.point, a.side or "mid", math.min(level, most)) }
end

-- Speaking, breathing, guiding.
env.say = say
function env.tell(given)
  args.lines("tell", "lines", given)
  if #given == 0 then core.blame("tell: has nothing to say: tell { \"Stand up.\" }") end
  if run.skipping then return end
  listener.begin()
  if not run.skipping then listener.lines(given, { next = true }, run.side) end
  run.last = function() listener.lines(given, { next = true }, run.side) end
end
env.breathe = breath.verb
env.settle = breath.settle
env.find = guide.find
env.press = press.verb
env.release = press.release
env.stretch = guide.stretch
env.move = guide.move
env.rest = guide.rest
env.scan = relax.scan
env.tense = relax.tense
function env.never(given) need("never")(given) end -- only one routine has it: nobody else reads it
env.sides = guide.sides
env.rate = session.rate
env.welcome = session.welcome
env.finish = session.finish

if core.checking then need("check").verbs(env) end
return session.start
