-- sound.lua - every sound the library makes goes through here, so that a stop can silence all of it; and the tones that
-- mean something. A tone has the same meaning everywhere, and all of them lie under the voice.

local sound = {}
local live = {} -- id -> when it ends, math.huge for one without an end
local count, most = 0, 64 -- of them; those that have ended are let go when there are more

function sound.start(cue)
  local id, seconds = core.cue(cue)
  local now = core.now()
  live[id] = seconds and now + seconds or math.huge
  count = count + 1
  if count > most then
    count = 0
    for old, ends in pairs(live) do
      if ends < now then live[old] = nil else count = count + 1 end
    end
    most = math.max(64, 2 * count)
  end
  return { id = id, seconds = seconds }
end

function sound.cut(result, fade)
  core.cut(result.id, fade)
  live[result.id] = nil
end

function sound.silence(fade)
  local ids = {}
  for id in pairs(live) do ids[#ids + 1] = id end
  table.sort(ids) -- pairs has no order, a plan must
  for _, id in ipairs(ids) do core.cut(id, fade) end
  live = {}
end

local function note(hz, db, seconds)
  sound.start { kind = "sine", bus = "tone", hz = hz, db = db, seconds = seconds, fade_in = 0.06, fade_out = seconds * 0.6 }
end

-- Several notes, `gap` apart, beside whatever goes on.
local function notes(list, gap, db, seconds)
  core.spawn(function()
    for i, hz in ipairs(list) do
      if i > 1 then core.wait(gap) end
      note(hz, db, seconds)
    end
  end)
end

function sound.rising() notes({ 294, 392 }, 0.28, -30, 0.55) end
function sound.falling() notes({ 392, 294 }, 0.28, -30, 0.55) end
function sound.steady() notes({ 392 }, 0, -34, 0.4) end -- a hold between two breaths
function sound.tick() sound.start { kind = "sine", bus = "tone", hz = 880, db = -28, seconds = 0.06, fade_in = 0.004, fade_out = 0.05 } end
function sound.low_bell() sound.start { kind = "bell", bus = "tone", hz = 196, db = -24, seconds = 5 } end
function sound.end_bell() sound.start { kind = "bowl", bus = "tone", hz = 220, db = -20, seconds = 5 } end
function sound.three_falling() notes({ 523, 440, 349 }, 0.22, -28, 0.4) end
function sound.double_chime()
  core.spawn(function()
    sound.start { kind = "chime", bus = "tone", hz = 660, db = -26 }
    core.wait(0.3)
    sound.start { kind = "chime", bus = "tone", hz = 660, db = -26 }
  end)
end
-- One breath of soft noise, its phases in, hold, out, rest.
function sound.swell(phases) return sound.start { kind = "breath", bus = "bed", phases = phases, db = -38 } end

return sound
