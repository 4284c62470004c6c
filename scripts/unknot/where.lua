-- where.lua - answers `unknot show`: what is known of some points and tools, and where the points are in the drawings of
-- scripts/body. It is told `points` ("a,b"; none: all), `tools` and `side`. Out go lines, each a word and what belongs to it,
-- with tabs between:
--
--   tool   id  name  what it is
--   point  id  name  where it may also be felt  cautions
--   view   name  drawing  x  y  width  height  flip     what is seen of the drawing; flip: turned over, for the left side
--   title  text  word at the left edge  word at the right edge
--   spot   number of the point  x  y  radius             in the view before it, as the drawing has them
--   felt   number of the point  x  y  half width  half height  turn
--   note   what is to be said of the picture

local args = need("args")
local body = need("body")
local places = need("places")
local tools = need("tools")

local lines
local function add(...) lines[#lines + 1] = table.concat({ ... }, "\t") end

local function split(text)
  local list = {}
  for word in (text or ""):gmatch("[^,]+") do list[#list + 1] = word end
  return list
end

local function known(ids, map)
  local list = {}
  for _, id in ipairs(ids) do
    if map[id] then list[#list + 1] = id end
  end
  return list
end

local function tell_tools(ids)
  for _, id in ipairs(known(ids, tools)) do add("tool", id, tools[id].name, tools[id].what) end
end

local function small(text) return text:sub(1, 1):lower() .. text:sub(2) end

local function tell_points(ids)
  for _, id in ipairs(ids) do add("point", id, body[id].name, small(body[id].refers), body[id].cautions) end
end

-- Whether what lies in view `part` is seen in view `name`.
local function shows(name, part)
  local whole, view = places.views[name], places.views[part]
  local a, b = whole.box, view.box
  return whole.drawing == view.drawing and a[1] <= b[1] and a[2] <= b[2] and a[1] + a[3] >= b[1] + b[3] and a[2] + a[4] >= b[2] + b[4]
end

-- The smallest view that shows two.
local function both(name, other)
  local best, size
  for _, candidate in ipairs(args.keys(places.views)) do
    local box = places.views[candidate].box
    if shows(candidate, name) and shows(candidate, other) and (not best or box[3] * box[4] < size) then
      best, size = candidate, box[3] * box[4]
    end
  end
  return best
end

local function has_spots(name, spots)
  local box = places.views[name].box
  for _, spot in ipairs(spots) do
    local x, y, r = spot[1] - box[1], spot[2] - box[2], spot[3]
    if x < r or y < r or x > box[3] - r or y > box[4] - r then return false end
  end
  return true
end

-- The view of a point that is one of many: the smallest that has its spots; where it may be felt may reach beyond.
local function close(id)
  local site = places.sites[id]
  local best = site.view
  for _, name in ipairs(args.keys(places.views)) do
    if shows(best, name) and has_spots(name, site.spots) then best = name end
  end
  return best
end

-- Adds a view to a list; two that lie in a larger one become that.
local function want(list, name)
  for i, other in ipairs(list) do
    local whole = both(name, other)
    if whole == other then return end
    if whole then
      table.remove(list, i)
      return want(list, whole)
    end
  end
  list[#list + 1] = name
end

-- The views of all spots, in the order of the points, as few as can be; of a single point, each of its views.
local function views_of(ids)
  local list = {}
  if #ids == 1 then
    list[1] = places.sites[ids[1]].view
    for _, more in ipairs(places.sites[ids[1]].more or {}) do list[#list + 1] = more.view end
    return list
  end
  for _, id in ipairs(ids) do want(list, close(id)) end
  return list
end

local function tell_marks(word, number, marks, view, right, left)
  for _, mark in ipairs(marks) do
    local turn = mark[5] or 0
    if right then add(word, number, table.unpack(mark)) end
    if left then
      local other = { 2 * view.middle - mark[1], mark[2], mark[3], mark[4] }
      if mark[4] then other[5] = -turn end
      add(word, number, table.unpack(other))
    end
  end
end

local function tell_place(name, number, id, side, single)
  local view, site = places.views[name], places.sites[id]
  local mirrored = view.middle ~= nil
  local right = not mirrored or side ~= "left" or body[id].side == "mid"
  local left = mirrored and (side ~= "right" or body[id].side == "mid")
  local function tell(part, spots, felt)
    if not shows(name, part) then return end
    tell_marks("felt", number, felt, view, right, left)
    tell_marks("spot", number, spots, view, right, left)
  end
  tell(single and site.view or close(id), site.spots, site.felt)
  for _, more in ipairs(single and site.more or {}) do tell(more.view, {}, more.felt) end
end

local function tell_view(name, ids, side)
  local view = places.views[name]
  local drawn = side == "left" and "left" or "right"
  local flip = not view.middle and side == "left" and 1 or 0
  add("view", name, view.drawing, view.box[1], view.box[2], view.box[3], view.box[4], flip)
  local at_left = view.middle and (view.right == "left" and "right" or "left") or ""
  local at_right = view.middle and (view.right == "left" and "left" or "right") or ""
  add("title", (view.title:gsub("{side}", drawn)), at_left, at_right)
  for number, id in ipairs(ids) do tell_place(name, number, id, side, #ids == 1) end
end

-- Some drawings are of the right side only.
local function tell_note(names, side)
  if side == "left" or side == "right" then return end
  for _, name in ipairs(names) do
    if not places.views[name].middle then return add("note", "Where only the right side is drawn, the left is its mirror image.") end
  end
end

return function()
  lines = {}
  local side = core.params.side
  local ids = core.params.points and known(split(core.params.points), body) or args.keys(body)
  tell_tools(split(core.params.tools))
  tell_points(ids)
  local names = views_of(ids)
  for _, name in ipairs(names) do tell_view(name, ids, side) end
  tell_note(names, side)
  return table.concat(lines, "\n")
end
