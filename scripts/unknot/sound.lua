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

-- All of them are of one scale, G B D, so that whatever rings together is in tune. What is heard with every breath is a soft
-- bowl that swells rather than strikes. Their measures are in ../../audio/README.md.
local G3, D4, G4, B4, D5, G5 = 196, 293.7, 392, 493.9, 587.3, 784
local softly = 0.8 -- the longest fade-out: what fades already is not cut, and a stop is silent within a second

local function note(hz, db, seconds)
  sound.start { kind = "bowl", bus = "tone", hz = hz, db = db, seconds = seconds, fade_in = 0.06, fade_out = math.min(seconds * 0.8, softly) }
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

local function struck(kind, hz, db, seconds, fade_in)
  sound.start { kind = kind, bus = "tone", hz = hz, db = db, seconds = seconds, fade_in = fade_in, fade_out = math.min(seconds * 0.6, softly) }
end

function sound.rising() notes({ D4, G4 }, 0.28, -30, 1.2) end
function sound.falling() notes({ G4, D4 }, 0.28, -30, 1.2) end
function sound.steady() notes({ G4 }, 0, -34, 0.9) end -- a hold between two breaths
function sound.tick() struck("chime", G5, -32, 0.3, 0.01) end
function sound.low_bell() struck("bell", G3, -24, 5, 0.02) end
function sound.end_bell() struck("bowl", G3, -23, 8, 0.03) end
function sound.three_falling() notes({ D5, B4, G4 }, 0.22, -28, 0.9) end
function sound.double_chime()
  core.spawn(function()
    struck("chime", D5, -26, 2, 0.01)
    core.wait(0.3)
    struck("chime", D5, -26, 2, 0.01)
  end)
end
-- One breath of soft noise, its phases in, hold, out, rest.
function sound.swell(phases) return sound.start { kind = "breath", bus = "bed", phases = phases, db = -38 } end

return sound
