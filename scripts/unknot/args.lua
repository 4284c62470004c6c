-- args.lua - what a verb accepts. Every mistake is told at the author's line, with what was probably meant.

local args = {}

local function shown(value)
  if type(value) == "string" then return "'" .. value .. "'" end
  if value ~= value then return "nan" end -- whose sign is the processor's
  if type(value) == "number" or type(value) == "boolean" then return tostring(value) end
  return "a " .. type(value)
end

local function meant(name, list)
  local near = type(name) == "string" and core.near(name, list)
  return near and (" (did you mean '" .. near .. "'?)") or ""
end

-- Where a name is not known: the one that was probably meant, else all there are.
local function instead(name, list, intro)
  local near = meant(name, list)
  return near ~= "" and near or (" (%s %s)"):format(intro, table.concat(list, ", "))
end

local function keys(map)
  local list = {}
  for key in pairs(map) do list[#list + 1] = key end
  table.sort(list)
  return list
end

local kinds = { string = "a text", number = "a number", boolean = "true or false", table = "a table" }

local check

-- Lines to speak: "text", or { "text", pause = seconds, more = true or a size, less = a size }; more texts are other wordings.
local beside_text = { pause = { "number", 0, 600 }, more = { "number", 0, 4 }, less = { "number", 0, 5 } }

local function check_line(verb, line)
  for name, value in pairs(line) do
    if math.type(name) == "integer" then
      if type(value) ~= "string" then core.blame(("%s: each wording must be a text, not %s"):format(verb, shown(value))) end
    else
      local rule = beside_text[name]
      if not rule then core.blame(("%s has no '%s'%s"):format(verb, tostring(name), instead(name, keys(beside_text), "it may have"))) end
      if name ~= "more" or type(value) ~= "boolean" then check(verb, name, value, rule) end
    end
  end
end

local function check_lines(verb, field, list)
  if type(list) ~= "table" then core.blame(("%s: '%s' must be a list of lines, not %s"):format(verb, field, shown(list))) end
  for i, line in pairs(list) do
    if math.type(i) ~= "integer" then core.blame(("%s: '%s' is a list of lines, it has no '%s'"):format(verb, field, tostring(i))) end
    if type(line) == "table" and type(line[1]) == "string" then
      check_line(("%s: line %d of '%s'"):format(verb, i, field), line)
    elseif type(line) ~= "string" then
      core.blame(("%s: line %d of '%s' must be a text, not %s"):format(verb, i, field, shown(line)))
    end
  end
end

-- What press may be told to say, by moment.
local moments = { "caution", "press", "press_gentle", "sink", "hold", "check", "easier", "again", "leave", "release", "let_go",
                  "rest", "done", "off" }

local function check_speech(verb, field, map)
  if type(map) ~= "table" then core.blame(("%s: '%s' must be a table of lists, not %s"):format(verb, field, shown(map))) end
  for name, list in pairs(map) do
    local known = false
    for _, moment in ipairs(moments) do known = known or moment == name end
    if not known then
      core.blame(("%s: '%s' has no '%s'%s"):format(verb, field, tostring(name), instead(name, moments, "there are")))
    end
    check_lines(verb, name, list)
  end
end

-- One value against its rule: { kind, least, most } or { one_of = list }.
function check(verb, field, value, rule)
  if rule.one_of then
    for _, allowed in ipairs(rule.one_of) do
      if value == allowed then return end
    end
    local list = table.concat(rule.one_of, ", ")
    core.blame(("%s: '%s' must be %s, not %s%s"):format(verb, field, list, shown(value), meant(value, rule.one_of)))
  end
  local kind = rule[1]
  if kind == "any" then return end
  if kind == "lines" then return check_lines(verb, field, value) end
  if kind == "speech" then return check_speech(verb, field, value) end
  if type(value) ~= kind then
    core.blame(("%s: '%s' must be %s, not %s"):format(verb, field, kinds[kind], shown(value)))
  end
  if kind == "number" then
    local least, most = rule[2] or -math.huge, rule[3] or math.huge
    if not (value >= least and value <= most) then -- false for a NaN too
      local range = most == math.huge and ("at least %g"):format(least) or ("%g to %g"):format(least, most)
      core.blame(("%s: '%s' must be %s, not %s"):format(verb, field, range, shown(value)))
    end
  end
end

-- The table a verb was given, checked. `positions` names what may come first without a name, so say "x", say { "x" } and
-- say { text = "x" } are the same; the result has every value under its name.
function args.take(verb, given, rules, positions)
  positions = positions or {}
  if type(given) ~= "table" then
    if given == nil then given = {} elseif positions[1] then given = { given } else
      core.blame(("%s: takes a table, as in %s { ... }, not %s"):format(verb, verb, shown(given)))
    end
  end
  local taken = {}
  for field, value in pairs(given) do
    local name = type(field) == "number" and positions[field] or field
    if type(name) ~= "string" then
      core.blame(("%s: does not know what to do with %s without a name (it has %s)"):format(verb, shown(value),
        table.concat(keys(rules), ", ")))
    end
    if not rules[name] then
      core.blame(("%s: no field '%s'%s"):format(verb, name, instead(name, keys(rules), "it has")))
    end
    if taken[name] ~= nil then core.blame(("%s: '%s' is given twice"):format(verb, name)) end
    check(verb, name, value, rules[name])
    taken[name] = value
  end
  for name, rule in pairs(rules) do
    if rule.needed and taken[name] == nil then core.blame(("%s: needs '%s'"):format(verb, name)) end
  end
  return taken
end

-- The entry `id` of a table of points, stretches or breaths.
local files = { point = "body", stretch = "stretches" } -- too many to tell them all

function args.entry(verb, what, id, map)
  local entry = map[id]
  if entry then return entry end
  local list = keys(map)
  local hint = files[what] and (" (there are %d, listed in unknot/%s.lua)"):format(#list, files[what]) or instead(id, list, "there are")
  local near = meant(id, list)
  core.blame(("%s: no %s '%s'%s"):format(verb, what, tostring(id), near ~= "" and near or hint))
end

args.keys, args.meant, args.shown, args.lines = keys, meant, shown, check_lines
return args
