-- manifest.lua - looks at a manifest, which is what the pack.lua of a pack returned, field by field. Out goes a text of lines, each a
-- word and what it stands for. "problem" lines are sentences for the author: all that is wrong, not only the first.

local args = need("args")
local manifest = {}

-- Well-formed UTF-8, and what is never seen or turns the direction of writing.
local sequences = { "[\xC2-\xDF][\x80-\xBF]", "\xE0[\xA0-\xBF][\x80-\xBF]", "[\xE1-\xEC\xEE\xEF][\x80-\xBF][\x80-\xBF]",
                    "\xED[\x80-\x9F][\x80-\xBF]", "\xF0[\x90-\xBF][\x80-\xBF][\x80-\xBF]",
                    "[\xF1-\xF3][\x80-\xBF][\x80-\xBF][\x80-\xBF]", "\xF4[\x80-\x8F][\x80-\xBF][\x80-\xBF]" }
local unseen = { "[\0-\31\127]", "\xC2[\x80-\x9F]", "\xE2\x80[\x8B-\x8F\xA8-\xAE]", "\xE2\x81[\xA0-\xAF]", "\xEF\xBB\xBF" }

local function can_be_shown(text)
  for _, pattern in ipairs(unseen) do
    if text:find(pattern) then return false end
  end
  for _, pattern in ipairs(sequences) do text = text:gsub(pattern, " ") end
  return not text:find("[\x80-\xFF]")
end

-- A value as a sentence may hold it.
function manifest.shown(value)
  if type(value) ~= "string" then return args.shown(value) end
  return #value <= 60 and can_be_shown(value) and "'" .. value .. "'" or "this text"
end

-- Why a value cannot be a text of so many letters, or nil.
function manifest.text_trouble(value, longest)
  if type(value) ~= "string" then return "must be a text, not " .. manifest.shown(value) end
  if #value > longest then return ("is too long: at most %d letters"):format(longest) end
  if not can_be_shown(value) then return "has a character that cannot be shown" end
  if not value:find("%S") then return "is empty" end
end

-- Why it cannot be the code of a language, or nil.
function manifest.language_trouble(code)
  local why = manifest.text_trouble(code, 20)
  if why then return "language " .. why end
  if not code:find("^%l%l%l?$") and not code:find("^%l%l%l?%-%u%u$") then
    return ("language '%s' is no code as en, de, fr or pt-BR"):format(code)
  end
end

local function check_names(given, fields, kind, problem)
  local names, known = {}, {}
  for i, field in ipairs(fields) do names[i], known[field[1]] = field[1], true end
  for field in pairs(given) do
    if not known[field] then
      local near = args.meant(field, names)
      if near == "" then near = (": %s has %s"):format(kind, table.concat(names, ", ")) end
      problem(("there is no field %s%s"):format(manifest.shown(field), near))
    end
  end
end

local function check_field(field, value, add, problem)
  local name = field[1]
  if value == nil then
    if field.wanted then problem(("there is no '%s': %s"):format(name, field.wanted)) end
  elseif value == "" and field.optional then
    return
  elseif field.take then
    field.take(value, add, problem)
  else
    local why = manifest.text_trouble(value, field.longest)
    if not why and field.check then why = field.check(value) end
    if why then problem(("'%s' %s"):format(name, why)) else add(name, value) end
  end
end

-- `fields` is a list of { NAME, longest = letters, wanted = what it should have said if it is not there, check = why a text is none,
-- take = for what is no text, optional = true when "" is as good as nothing }; `kind` is what has them, "a pack".
function manifest.lines(given, fields, kind, example)
  local lines = {}
  local function add(word, text) lines[#lines + 1] = word .. " " .. text end
  local function problem(sentence) add("problem", sentence) end
  if type(given) ~= "table" then
    problem(("it must return a table, as return { id = \"%s\", ... }, not %s"):format(example,
      given == nil and "nothing" or manifest.shown(given)))
    return lines[1]
  end
  check_names(given, fields, kind, problem)
  for _, field in ipairs(fields) do check_field(field, given[field[1]], add, problem) end
  return table.concat(lines, "\n")
end

return manifest
