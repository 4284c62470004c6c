-- pressure.lua - the spans in which something is pressed, all in one place, so that a stop can end them.

local pressure = {}
local open = {}

function pressure.open(point, side, level)
  local id = core.span(point, side, level)
  open[id] = true
  return id
end

function pressure.close(id)
  if open[id] then core.close(id) end
  open[id] = nil
end

function pressure.close_all()
  local ids = {}
  for id in pairs(open) do ids[#ids + 1] = id end
  table.sort(ids)
  for _, id in ipairs(ids) do pressure.close(id) end
end

return pressure
