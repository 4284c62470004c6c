-- rates.lua - numbers from 0 to 10 that the listener gives, by point: the first one before it is pressed, the last one
-- after; and the honest words for the difference.

local run = need("run")
local rates = {}

-- Whether the point, or any where none is named, was pressed already.
local function pressed(id)
  for point, known in pairs(run.points) do
    if (not id or point == id) and next(known.held) then return true end
  end
  return false
end

-- Keeps a number for a point (nil: for the session). `when` is "before" or "after"; nil: by what was done.
function rates.keep(id, value, when)
  local rate = run.rates[id or ""] or {}
  run.rates[id or ""] = rate
  when = when or (pressed(id) and "after" or "before")
  if when == "after" then rate.after = value else rate.before = rate.before or value end
end

-- A point more or less within one session is noise; two are something; three, and a third of what it was, are clear.
rates.all = { "More tender than before. Give it a rest now.", "About the same as before.", "A little easier than before.",
              "Clearly easier than before." }

local function words(before, after)
  local drop = before - after
  if drop <= -2 then return rates.all[1] end
  if drop < 2 then return rates.all[2] end
  return rates.all[drop >= before * 0.3 and drop >= 3 and 4 or 3]
end

-- One sentence for all points that have both numbers; nil if none has.
function rates.words()
  local before, after, count = 0, 0, 0
  for _, rate in pairs(run.rates) do
    if rate.before and rate.after then before, after, count = before + rate.before, after + rate.after, count + 1 end
  end
  return count > 0 and words(before / count, after / count) or nil
end

return rates
