-- never.lua - speaks where nothing is ever pressed, for one region (never_press.lua).

local args = need("args")
local listener = need("listener")
local places = need("never_press")
local run = need("run")

local regions, by_id = {}, {}
for i, region in ipairs(places) do
  regions[i] = region.id
  by_id[region.id] = region
end

local rules = { region = { one_of = regions, needed = true } }
local pause = 2.5 -- after each, to find it with the fingers or in the mind

return function(given)
  local a = args.take("never", given, rules, { "region" })
  if run.skipping then return end
  listener.begin()
  local lines = {}
  for i, place in ipairs(by_id[a.region].places) do lines[i] = { place[2], pause = pause } end
  run.last = function() listener.lines(lines, { next = true }, run.side) end
  run.last()
end
