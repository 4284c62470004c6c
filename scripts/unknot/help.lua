-- help.lua - answers `unknot help TOPIC`. It is told the `topic`, and perhaps a `part` of it; without a topic it answers with all there are.
-- Out go lines, each a word and what belongs to it, with tabs between: topic, title, head, text, item.

local args = need("args")
local topics = need("topics")

local lines
local function add(...) lines[#lines + 1] = table.concat({ ... }, "\t") end

local words = { ["# "] = "head", ["- "] = "item" }

local function add_page(page)
  for i = 3, #page do
    local word = words[page[i]:sub(1, 2)]
    add(word or "text", word and page[i]:sub(3) or page[i])
  end
end

-- A page that has parts: all of them, or the one that was asked for.
local function find_part(list, part, what)
  if not part then return list end
  local ids = {}
  for i, entry in ipairs(list) do
    if entry.id == part then return { entry } end
    ids[i] = entry.id
  end
  local near = args.meant(part, ids)
  core.blame(("%s has no part '%s'%s"):format(what, part, near ~= "" and near or "; there are " .. table.concat(ids, ", ")))
end

local made = {
  ["never-press"] = { "Where never to press", function(part)
    for _, region in ipairs(find_part(need("never_press"), part, "never-press")) do
      add("head", region.name)
      for _, place in ipairs(region.places) do add("item", place[1]) end
    end
    if part then return end
    add("text", "Under thin cover there lie arteries, veins, nerves, glands and bare bone. Massage guns are never used on the neck.")
    add("text", "One part alone: unknot help never-press neck. To hear it: unknot play never-press")
  end, true },
  ["tools"] = { "What to press with", function()
    local tools = need("tools")
    for _, id in ipairs(args.keys(tools)) do
      local tool = tools[id]
      add("item", ("%s: %s. For %s; %s."):format(id, tool.what, tool.good_for, tool.rules))
    end
    add("text", "A wall is lightest and easiest to leave, then a chair, a bed, the floor. Begin at the wall. Cloth between a tool and bare skin; "
      .. "oil only for strokes, never under a ball.")
    add("text", "Use the weight of the body, not the strength of the fingers. Keep the wrists straight; stop if the working hand aches.")
  end },
  ["myths"] = { "What is often said, and is not so", function()
    for _, myth in ipairs(need("myths")) do
      add("head", myth[1])
      add("text", myth[2])
    end
  end },
}
local after = { ["never-press"] = "gentle", tools = "stretching", myths = "words" } -- where they stand in the list

-- All topics in their order: { id, title }.
local function all()
  local list = {}
  for _, page in ipairs(topics) do
    list[#list + 1] = page
    for id, before in pairs(after) do
      if before == page[1] then list[#list + 1] = { id, made[id][1] } end
    end
  end
  return list
end

return function()
  local topic, part = core.params.topic, core.params.part
  local ids = {}
  lines = {}
  for i, page in ipairs(all()) do
    ids[i] = page[1]
    if not topic then add("topic", page[1], page[2]) end
    if page[1] == topic then
      local takes_part = made[topic] and made[topic][3]
      if part and not takes_part then core.blame(("%s has no parts: unknot help %s is all of it"):format(topic, topic)) end
      add("title", page[2])
      if made[topic] then made[topic][2](part) else add_page(page) end
    end
  end
  if topic and #lines == 0 then core.blame(("there is no topic '%s'%s"):format(topic, args.meant(topic, ids))) end
  return table.concat(lines, "\n")
end
