-- reference.lua - reads what editors are told of the verbs (unknot/meta) and prints it as the reference of README.md:
--
--     lua5.4 scripts/reference.lua
--
-- With the word `write` it puts it into README.md. A test loads it to compare the verbs with what the planner takes.

local reference = {}
local folder = debug.getinfo(1, "S").source:match("^@(.*/)") or "./"

local function whole(path)
  local file <close> = assert(io.open(path))
  return file:read("a")
end

-- The type at the beginning of a text, which may have spaces within brackets, and what follows.
local function split_type(text)
  local at, closing = 1, { ["<"] = "%b<>", ["("] = "%b()", ["{"] = "%b{}" }
  while at <= #text do
    local letter = text:sub(at, at)
    if letter == " " and text:sub(at - 1, at - 1) ~= ":" then break end
    at = closing[letter] and select(2, text:find(closing[letter], at)) + 1 or at + 1
  end
  return text:sub(1, at - 1), text:sub(at + 1)
end

-- A field or a parameter. Its comment is "1 to 3600 s (5): how long": what it takes, what holds without it, what it is.
local function entry(name, rest)
  local kind, comment = split_type(rest)
  local e = { name = name:gsub("%?$", ""), type = kind:gsub("%?$", ""), text = comment, named = comment:match("^= (%S+)$") }
  local takes, text = comment:match("^(.-): (.*)$")
  if not takes then return e end
  e.text, e.needed = text, takes:find("^needed") ~= nil
  takes = takes:gsub("^needed,? ?", "")
  local range, default = takes:match("^(.-) ?%((.*)%)$")
  e.default, e.range = default, range or takes
  if e.range == "" then e.range = nil end
  return e
end

-- What each line means, by how it begins. `block` is what stands between two empty lines.
local lines = {
  { "^%-%-%-@class (%S+)", function(meta, block, name) meta.classes[name] = block end },
  { "^%-%-%-@field (%S+) (.*)$", function(_, block, name, rest) table.insert(block.fields, entry(name, rest)) end },
  { "^%-%-%-@param (%S+) (.*)$", function(_, block, name, rest) table.insert(block.params, entry(name, rest)) end },
  { "^%-%-%-@alias (%S+) ?(.*)$", function(meta, block, name, rest)
    meta.aliases[name] = block
    for value in rest:gmatch('"([^"]+)"') do table.insert(block.values, { value }) end
  end },
  { '^%-%-%-| "([^"]+)" # (.*)$', function(_, block, value, text) table.insert(block.values, { value, text }) end },
  { "^%-%-%-@", function() end },
  { "^%-%-%-    (.*)$", function(_, block, text) table.insert(block.example, text) end },
  { "^%-%-%-(.*)$", function(_, block, text) table.insert(block.doc, text ~= "" and text or nil) end },
  { "^%-%- (.*)$", function(meta, _, text) meta.section = text end },
  { "^function ([%w_.]+)%((.*)%)", function(meta, block, name)
    block.name, block.section = name, meta.section
    table.insert(meta.verbs, block)
  end },
  { "^(%w+) = {}$", function(meta, block, name)
    for _, e in ipairs(block.fields) do table.insert(meta.values, name .. "." .. e.name) end
  end },
}

local function read_line(meta, block, line, where)
  for _, way in ipairs(lines) do
    local first, second = line:match(way[1])
    if first then return way[2](meta, block, first, second) end
  end
  error(("scripts/unknot/meta/%s.lua: this line cannot be read: %s"):format(where, line), 0)
end

-- Reads files of unknot/meta: { verbs = list, values = list, classes = map, aliases = map }.
function reference.read(...)
  local meta = { verbs = {}, values = {}, classes = {}, aliases = {} }
  for _, file in ipairs { ... } do
    local block
    for line in io.lines(folder .. "unknot/meta/" .. file .. ".lua") do
      if line == "" or not block then
        block = { doc = {}, example = {}, fields = {}, params = {}, values = {} }
      end
      if line ~= "" then read_line(meta, block, line, file) end
    end
  end
  return meta
end

-- What a verb takes: the fields of its table, or what stands in its brackets.
function reference.fields(meta, verb)
  if #verb.fields > 0 then return verb.fields end
  local first = verb.params[1]
  local shared = first and meta.classes[first.type:match("[%w_.]+$")]
  return shared and shared.name and shared.fields or verb.params
end

-- The texts that a field is one of; nil when it is something else, or one of a list that has a table of its own.
function reference.choice(meta, e)
  local list, alias = {}, meta.aliases[e.type]
  for value in e.type:gmatch('"([^"]+)"') do list[#list + 1] = value end
  for _, value in ipairs(alias and alias.values or {}) do list[#list + 1] = not value[2] and value[1] or nil end
  return #list > 0 and list or nil
end

local words = {
  string = "text", ["string[]"] = "texts", boolean = "true or false", ["unknot.point[]"] = "points",
  ["fun(with: unknot.settings)"] = "a function", ["table<string, string[]>"] = "texts by name",
  ["number[]"] = "four numbers", ["unknot.line[]"] = "lines", ["false"] = "false",
  ["unknot.moments"] = "lines by moment", ["unknot.point"] = "a point", ["unknot.breath"] = "a breath",
  ["unknot.stretch"] = "a stretch", ["unknot.scan"] = "a part", ["unknot.tension"] = "a group",
  ["unknot.event"] = "events", ["unknot.sound"] = "a sound", ["unknot.span"] = "a span",
}

-- What a field takes, in words.
function reference.takes(meta, e)
  local choice = reference.choice(meta, e)
  if choice then return table.concat(choice, ", ") end
  local list = {}
  for part in e.type:gmatch("[^|]+") do
    local word = e.range and part:find("^number") and e.range or words[part]
    if not word then error(("scripts/unknot/meta: '%s' has a type without a word: %s"):format(e.name, part), 0) end
    table.insert(list, part == "false" and #list + 1 or 1, word)
  end
  return table.concat(list, " or ")
end

local function paragraph(block) return (table.concat(block.doc, " "):gsub("  +", " ")) end

local function row(...) return "| " .. table.concat({ ... }, " | ") .. " |" end

local places = { "first", "second" }

-- "- `seconds`, first (0 to 3600 s; else 5): how long"
local function fields_list(meta, list, out)
  local place, rows = {}, {}
  for _, e in ipairs(list) do
    if e.named then place[e.named] = places[tonumber(e.name:match("%d+"))] end
  end
  for _, e in ipairs(list) do
    local name = e.name == "[integer]" and "first, second, ..." or "`" .. e.name .. "`" .. (place[e.name] and ", " .. place[e.name] or "")
    if not e.named and (e.range or e.default or e.needed or e.name == "[integer]") then
      local without = e.needed and "; *needed*" or e.default and "; else " .. e.default or ""
      rows[#rows + 1] = ("- %s (%s%s): %s"):format(name, reference.takes(meta, e), without, e.text)
    end
  end
  if #rows > 0 then table.insert(out, table.concat(rows, "\n")) end
end

local function values_table(meta, name, title, out)
  local rows = {}
  for _, value in ipairs(meta.aliases[name].values) do rows[#rows + 1] = row("`" .. value[1] .. "`", value[2]) end
  table.insert(out, ("\n### %s\n\n%s\n\n| Name | What |\n|---|---|\n%s"):format(title, paragraph(meta.aliases[name]), table.concat(rows, "\n")))
end

-- The names of a table of the library that has parts, such as body.lua: a row for each part, from head to foot.
local function parts_table(meta, name, file, title, out)
  local rows, text = {}, {}
  for _, value in ipairs(meta.aliases[name].values) do text[value[1]] = value[2] end
  for part, list in whole(folder .. "unknot/" .. file .. ".lua"):gmatch("\n  %a+_([%w_]+) = (%b{})") do
    local names = {}
    for id in list:gmatch('"([^"]+)"') do names[#names + 1] = ("`%s` %s"):format(id, text[id] or "?") end
    rows[#rows + 1] = row((part:gsub("_", " ")), table.concat(names, "; "))
  end
  table.insert(out, ("\n### %s\n\n%s\n\n| Where | Which |\n|---|---|\n%s"):format(title, paragraph(meta.aliases[name]), table.concat(rows, "\n")))
end

local function routine_part(meta, out)
  local routine, settings = meta.classes["unknot.routine"], meta.classes["unknot.settings"]
  table.insert(out, "### What a routine says of itself\n\n" .. paragraph(routine))
  fields_list(meta, routine.fields, out)
  table.insert(out, "\n" .. paragraph(settings))
  fields_list(meta, settings.fields, out)
end

local function example_of(verb)
  if #verb.example == 1 then return (" For example: `%s`"):format(verb.example[1]) end
  return "\n\n    " .. table.concat(verb.example, "\n    ")
end

local function lines_part(meta, out)
  local line, moments = meta.classes["unknot.line_with"], meta.classes["unknot.moments"]
  table.insert(out, "\n### Lines\n\n" .. paragraph(line) .. example_of(line))
  fields_list(meta, line.fields, out)
  local rows = {}
  for _, e in ipairs(moments.fields) do rows[#rows + 1] = ("- `%s`: %s"):format(e.name, e.text) end
  table.insert(out, ("\n%s%s\n%s"):format(paragraph(moments), example_of(moments), table.concat(rows, "\n")))
end

-- The reference as Markdown.
function reference.markdown()
  local meta, out, section = reference.read("names", "verbs"), {}, nil
  routine_part(meta, out)
  for _, verb in ipairs(meta.verbs) do
    if verb.section ~= section then table.insert(out, "\n### " .. verb.section) end
    section = verb.section
    table.insert(out, ("\n#### %s\n%s%s"):format(verb.name, paragraph(verb), example_of(verb)))
    local shared = #verb.fields == 0 and reference.fields(meta, verb) ~= verb.params
    if not shared then fields_list(meta, reference.fields(meta, verb), out) end
  end
  lines_part(meta, out)
  values_table(meta, "unknot.breath", "Breaths", out)
  parts_table(meta, "unknot.point", "body", "Points", out)
  parts_table(meta, "unknot.stretch", "stretches", "Stretches and movements", out)
  values_table(meta, "unknot.scan", "Parts to scan", out)
  values_table(meta, "unknot.tension", "Groups to tense", out)
  return table.concat(out, "\n") .. "\n"
end

local opening, closing = "<!-- reference: made by scripts/reference.lua -->\n", "<!-- end of the reference -->\n"

-- A page with the reference between its two marks.
function reference.put_into(page)
  local _, from = page:find(opening, 1, true)
  local to = page:find(closing, 1, true)
  if not (from and to) then error("the page has no place for the reference", 0) end
  return page:sub(1, from) .. "\n" .. reference.markdown() .. "\n" .. page:sub(to)
end

if not (arg and arg[0]:find("reference.lua", 1, true)) then return reference end
if arg[1] == "write" then
  local page = reference.put_into(whole(folder .. "README.md"))
  local file <close> = assert(io.open(folder .. "README.md", "w"))
  file:write(page)
else
  io.write(reference.markdown())
end
