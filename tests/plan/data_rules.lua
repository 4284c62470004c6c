-- data_rules.lua - what the data of the library must obey. Asked with `files`, the names of the library's files, it answers
-- with what is wrong, a line each; asked with `site`, a number, with that site: id|side|ceiling|how|caution|caution...;
-- asked with `stretches`, with all of these.

local body, stretches, breaths = need("body"), need("stretches"), need("breaths")
local complaints, tools, techniques = need("complaints"), need("tools"), need("techniques")
local limits = need("limits")
local scans, tensions = need("scans"), need("tensions")

local wrong = {}
local function expect(fine, ...)
  if not fine then wrong[#wrong + 1] = (select("#", ...) > 1 and string.format(...) or ...) end
end

local function sorted(map)
  local list = {}
  for id in pairs(map) do list[#list + 1] = id end
  table.sort(list)
  return list
end

local function is_text(value) return type(value) == "string" and #value > 0 end
local function within(value, least, most) return type(value) == "number" and value >= least and value <= most end

local function texts(what, entry, names)
  for _, name in ipairs(names) do expect(is_text(entry[name]), "%s: needs a text '%s'", what, name) end
end

local function check_side(what, side)
  local pair = type(side) == "table" and #side == 2 and side[1] == "left" and side[2] == "right"
  expect(side == "mid" or pair, "%s: side must be { \"left\", \"right\" } or \"mid\"", what)
end

-- Spoken lines: short, without digits.
local function check_lines(what, list, most)
  expect(type(list) == "table", "%s: must be a list of lines", what)
  for _, line in ipairs(type(list) == "table" and list or {}) do
    for _, text in ipairs(type(line) == "table" and line or { line }) do
      local count = select(2, text:gsub("%S+", ""))
      expect(count <= most, "%s: more than %d words: %s", what, most, text)
      expect(not text:find("%d"), "%s: digits: %s", what, text)
      expect(text:find("[.?!]$"), "%s: is no sentence: %s", what, text)
    end
  end
end

local function check_site(id, e)
  texts(id, e, { "name", "latin", "region", "find", "posture", "technique", "refers", "breath", "stretch", "cautions" })
  check_side(id, e.side)
  local technique = techniques[e.technique]
  expect(technique, "%s: no technique '%s'", id, tostring(e.technique))
  expect(breaths[e.breath], "%s: no breath '%s'", id, tostring(e.breath))
  expect(stretches[e.stretch], "%s: no stretch '%s'", id, tostring(e.stretch))
  expect(within(e.stretch_s, limits.stretch_least, limits.stretch_longest), "%s: stretch_s", id)
  expect(type(e.advanced) == "boolean", "%s: advanced must be true or false", id)
  for _, tool in ipairs(e.tools) do expect(tools[tool], "%s: no tool '%s'", id, tool) end
  if technique and technique.pressed == false then
    expect(e.ceiling == 0 and e.hold_s == 0 and e.reps == 0 and #e.tools == 0, "%s: is never pressed, and has a dose", id)
  else
    expect(within(e.ceiling, 3, limits.level_ceiling), "%s: ceiling %s", id, tostring(e.ceiling))
    expect(within(e.hold_s, e.advanced and 5 or limits.hold_short, limits.hold_max), "%s: hold_s %s", id, tostring(e.hold_s))
    expect(within(e.reps, limits.reps_least, limits.reps_most), "%s: reps %s", id, tostring(e.reps))
    expect(e.hold_s * e.reps <= limits.spot_max, "%s: %d seconds in all", id, e.hold_s * e.reps)
    expect(e.advanced or breaths[e.breath].in_s > 0, "%s: its breath has no pace", id)
    expect(#e.tools > 0, "%s: needs a tool", id)
  end
  expect(type(e.say) == "table" and type(e.say.caution) == "table" and #e.say.caution > 0, "%s: needs a spoken caution", id)
  for name, list in pairs(e.say) do check_lines(id .. ": say." .. name, list, name == "caution" and 11 or 12) end
end

local function check_stretch(id, e)
  texts(id, e, { "name", "how", "avoid" })
  check_side(id, e.side)
  expect(within(e.seconds, 5, 60), "%s: seconds %s", id, tostring(e.seconds))
  expect(within(e.times, 1, 10), "%s: times %s", id, tostring(e.times))
  expect(type(e.contract) == "boolean", "%s: contract must be true or false", id)
  expect(type(e.say) == "table" and e.say.into and e.say.stay and e.say.back, "%s: needs into, stay and back", id)
  local named = false
  for name, list in pairs(e.say) do
    check_lines(id .. ": say." .. name, list, 12)
    for _, line in ipairs(list) do named = named or (type(line) == "table" and line[1] or line):find("{", 1, true) ~= nil end
  end
  expect(named == (e.side ~= "mid"), "%s: its lines and its side do not agree", id)
end

local function check_complaint(id, e)
  texts(id, e, { "name", "says", "region", "routine" })
  expect(e.refuse == nil or is_text(e.refuse), "%s: refuse must be a text", id)
  expect(type(e.refer_if) == "table" and #e.refer_if > 0, "%s: needs a list refer_if", id)
  for _, text in ipairs(e.refer_if or {}) do expect(is_text(text), "%s: refer_if has something that is no text", id) end
  expect(#e.order > 0, "%s: has no points", id)
  for _, point in ipairs(e.order) do
    expect(body[point], "%s: no point '%s'", id, point)
    expect(body[point] and not body[point].advanced, "%s: %s is off by default: it belongs to later", id, point)
  end
  for _, point in ipairs(e.later or {}) do
    expect(body[point] and body[point].advanced, "%s: later has %s, which is not off by default", id, point)
  end
end

-- Where nothing is ever pressed, to be read and to be heard.
local function check_never(regions)
  local seen = {}
  expect(#regions == 14, "%d regions in which something is never pressed, not 14", #regions)
  for _, region in ipairs(regions) do
    texts("never_press", region, { "id", "name" })
    expect(not seen[region.id], "never_press: %s stands there twice", region.id)
    seen[region.id] = true
    expect(#region.places > 0, "never_press: %s has no places", region.id)
    for i, place in ipairs(region.places) do
      local what = ("never_press: %s %d"):format(region.id, i)
      expect(#place == 2 and is_text(place[1]), "%s: needs what is read and what is said", what)
      expect(not place[1]:find("^%u"), "%s: begins with a capital letter", what)
      check_lines(what, { place[2] }, 11)
    end
  end
end

-- What is led through or tensed: `needed` are the lists it must say.
local function check_rest(id, e, needed)
  texts(id, e, { "name" })
  check_side(id, e.side)
  local sided = { to_side = true, into = true, brief = true }
  for _, name in ipairs(needed) do expect(type(e.say[name]) == "table" and #e.say[name] > 0, "%s: needs say.%s", id, name) end
  for name, list in pairs(e.say) do
    check_lines(id .. ": say." .. name, list, 12)
    for _, line in ipairs(list) do
      local named = (type(line) == "table" and line[1] or line):find("{side}", 1, true)
      expect(not named or e.side ~= "mid" and sided[name], "%s: say.%s names a side", id, name)
    end
  end
  expect((e.say.to_side ~= nil) == (e.say.to ~= nil and e.side ~= "mid"), "%s: say.to_side goes with two sides", id)
end

-- Each entry stands in one file, and is listed with that file.
local function check_parts(files, prefix, map)
  local seen = {}
  for _, file in ipairs(files) do
    for id in pairs(file:find(prefix .. "_", 1, true) == 1 and need(file) or {}) do
      expect(not seen[id], "%s stands in %s and in %s", id, tostring(seen[id]), file)
      expect(map[id], "%s of %s.lua is not listed in %s.lua", id, file, prefix)
      seen[id] = file
    end
  end
  for id in pairs(map) do expect(seen[id], "%s is in none of the files", id) end
end

local function count(what, map, wanted)
  expect(#sorted(map) == wanted, "%d %s, not %d", #sorted(map), what, wanted)
  for _, id in ipairs(sorted(map)) do expect(id:find("^%l[%l%d-]*$"), "%s: '%s' is no id", what, id) end
end

local function check_all(files)
  count("sites", body, 71)
  count("stretches", stretches, 42)
  count("breaths", breaths, 10)
  count("complaints", complaints, 44)
  count("tools", tools, 14)
  count("parts to scan", scans, 9)
  count("groups to tense", tensions, 14)
  count("techniques", techniques, 10)
  check_parts(files, "body", body)
  check_parts(files, "stretches", stretches)
  for id, e in pairs(body) do check_site(id, e) end
  for id, e in pairs(stretches) do check_stretch(id, e) end
  for id, e in pairs(complaints) do check_complaint(id, e) end
  check_never(need("never_press"))
  for id, e in pairs(scans) do check_rest(id, e, { "to", "notice", "let", "brief" }) end
  for id, e in pairs(tensions) do check_rest(id, e, { "into", "brief", "go", "let" }) end
  for id, e in pairs(tools) do texts(id, e, { "name", "what", "good_for", "rules" }) end
  for id, e in pairs(breaths) do
    for _, phase in ipairs { "in_s", "hold_in_s", "out_s", "hold_out_s" } do expect(within(e[phase], 0, 8), "%s: %s", id, phase) end
    expect(math.max(e.hold_in_s, e.hold_out_s) <= limits.breath_hold_max, "%s: a breath is held too long", id)
    expect(e.out_s >= e.in_s, "%s: the out-breath is the shorter one", id)
  end
  for id, e in pairs(techniques) do
    texts(id, e, { "how", "dose" })
    for name, list in pairs(e.say) do check_lines(id .. ": " .. name, list, 12) end
  end
  return table.concat(wrong, "\n", 1, math.min(#wrong, 20))
end

local function site(number)
  local id = sorted(body)[number]
  if not id then return "" end
  local e = body[id]
  local how = e.advanced and "advanced" or techniques[e.technique].pressed == false and "stretched" or "pressed"
  local parts = { id, e.side == "mid" and "mid" or "both", e.ceiling, how }
  for _, line in ipairs(e.say.caution) do parts[#parts + 1] = type(line) == "table" and line[1] or line end
  return table.concat(parts, "|")
end

-- Their ids, the ones for both sides at once with a '=' before them, else a '-'.
local function all_stretches()
  local list = sorted(stretches)
  for i, id in ipairs(list) do list[i] = (stretches[id].side == "mid" and "=" or "-") .. id end
  return table.concat(list, "|")
end

return function(asked)
  if asked.stretches then return all_stretches() end
  if asked.site then return site(asked.site) end
  return check_all(asked.files)
end
