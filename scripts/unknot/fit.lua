-- fit.lua - how a plan stretches to the minutes one has.
--
-- `size` (0 to 4, 2 as written) sets repeats and holds in steps, `ease` (0 to 1, 0.5 as written) moves pauses and
-- breathing smoothly. All that depends on ease grows with it and never jumps, so every length between the shortest and
-- the longest can be met.

local limits = need("limits")
local size, ease = core.fit.size, core.fit.ease
local fit = { size = size }

-- From a at ease 0, over b at 0.5, to c at 1.
local function between(a, b, c)
  if ease < 0.5 then return a + (b - a) * ease * 2 end
  return b + (c - b) * (ease - 0.5) * 2
end

local function at_size(list) return list[size + 1] end

-- Pauses and rests. Three seconds and more are for doing something: at least two remain.
function fit.pause(seconds)
  local scaled = seconds * between(0.5, 1, 1.8)
  return seconds >= 3 and math.max(2, scaled) or scaled
end

-- Time spent breathing: it takes up what nothing else wants, so a short one grows by more than its share.
function fit.breathing(seconds)
  local share = between(at_size { 0.1, 0.4, 0.7, 1, 1.6 }, at_size { 0.4, 0.7, 1, 1.8, 3 }, at_size { 0.8, 1.2, 2, 3.2, 5 })
  return seconds * share + between(at_size { 0, 0, 0, 10, 40 }, at_size { 0, 0, 0, 30, 80 }, at_size { 55, 45, 55, 70, 180 })
end

-- One hold, the number of them, one stretch.
function fit.hold(seconds)
  if size == 2 or size == 3 then return seconds end
  local scaled = math.floor(seconds * at_size { 1 / 2, 3 / 4, 1, 1, 4 / 3 } / 5 + 0.5) * 5
  return size < 2 and math.min(seconds, math.max(15, scaled)) or math.max(seconds, scaled)
end
function fit.times(times) -- one hold is the dose of the very short session
  if size == 0 then return 1 end
  return math.max(limits.reps_least, math.min(limits.reps_most, times + at_size { 0, 0, 0, 1, 1 }))
end
function fit.stretch(seconds)
  return math.max(limits.stretch_least, math.min(limits.stretch_most, seconds * at_size { 0.5, 0.75, 1, 1.25, 1.5 }))
end

-- Leading attention through a part of the body; letting go after tension, and how often a muscle is tensed.
function fit.scan(seconds)
  return seconds * between(at_size { 0.35, 0.5, 0.7, 1.1, 1.6 }, at_size { 0.5, 0.7, 1, 1.6, 2.2 }, at_size { 0.7, 1, 1.5, 2.2, 3 })
end
function fit.let_go(seconds)
  return math.max(limits.let_go[1], math.min(limits.let_go[2], seconds * between(0.8, 1, 1.2)))
end
function fit.rounds(times, light) return math.min(limits.tense_times, size < (light and 4 or 3) and times or times + 1) end

-- Whether a line belongs in a session of this size: `more` from that size on (true: as written), `less` below it.
function fit.wants(line)
  local more = line.more == true and 2 or line.more or 0
  return size >= more and size < (line.less or 5)
end

return fit
