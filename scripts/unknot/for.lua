-- for.lua - answers `unknot for`: where to begin with a complaint, and who should see somebody first. It is told `words`, or
-- nothing: then it answers with all complaints. Out go lines, each a word and what belongs to it, with tabs between.

local body = need("body")
local complaints = need("complaints")
local meant = need("meant")
local techniques = need("techniques")

local offered = 3 -- complaints, when several match
local regions = {
  "head", "jaw", "neck", "upper-back", "shoulder", "chest", "arm", "forearm", "hand", "low-back", "hip", "thigh", "knee", "leg", "foot", "body",
}
local notice = "This is general guidance, not a diagnosis."

local lines
local function add(...) lines[#lines + 1] = table.concat({ ... }, "\t") end

local function add_head(id, word)
  local complaint = complaints[id]
  add(word, id, complaint.name, complaint.says, complaint.region)
end

local function small(text) return text:sub(1, 1):lower() .. text:sub(2) end

local function add_point(id)
  local entry = body[id]
  local only_stretched = techniques[entry.technique].pressed == false
  add("muscle", id, entry.name, small(entry.refers), only_stretched and entry.stretch or "")
end

local function add_complaint(id)
  local complaint = complaints[id]
  add_head(id, "complaint")
  if complaint.refuse then add("refuse", complaint.refuse) end
  for _, text in ipairs(complaint.refer_if) do add("refer", text) end
  for _, point in ipairs(complaint.order) do add_point(point) end
  add("routine", complaint.routine)
end

local function add_all()
  for _, region in ipairs(regions) do
    local list = {}
    for id, complaint in pairs(complaints) do
      if complaint.region == region then list[#list + 1] = id end
    end
    table.sort(list)
    for _, id in ipairs(list) do add_head(id, "offer") end
  end
end

local function add_meant(words)
  local warning = meant.warning(words)
  if warning then add("warning", warning.say, warning.topic) end
  if warning and warning.stops then return end
  local list, sure = meant.complaints(words)
  if #list == 0 then
    add("unknown")
    return add_all()
  end
  if sure then add_complaint(list[1]) end
  for i = sure and 2 or 1, math.min(#list, offered) do add_head(list[i], "offer") end
end

return function()
  lines = {}
  add("notice", notice)
  if core.params.words then add_meant(core.params.words) else add_all() end
  return table.concat(lines, "\n")
end
