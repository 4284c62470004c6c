-- pack.lua - looks at the manifest of a pack: what its pack.lua returned comes in; out goes a text of lines, each a word and what it
-- stands for. "problem" lines are sentences for the pack's author: all that is wrong, not only the first.

local args = need("args")

local fields = { "id", "title", "summary", "author", "licence", "version", "unknot", "languages" }

-- What a field that is not there should have said.
local wanted = {
  id = "give the pack a name of its own, as id = \"neck-care\"",
  title = "say what the pack is called",
  author = "say who made it",
  licence = "say what others may do with it, as licence = \"CC-BY-4.0\"",
  version = "number it, as version = \"1.0.0\"",
  unknot = "say from which unknot on it works, as unknot = \"0.1.0\"",
  languages = "say what is spoken, as languages = { \"en\" }",
}

local longest = { id = 40, title = 100, summary = 300, author = 100, licence = 100, version = 20, unknot = 20, language = 20 }

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
local function shown(value)
  if type(value) ~= "string" then return args.shown(value) end
  return #value <= 60 and can_be_shown(value) and "'" .. value .. "'" or "this text"
end

-- Why a value cannot be this text, or nil.
local function text_trouble(field, value)
  if type(value) ~= "string" then return "must be a text, not " .. shown(value) end
  if #value > longest[field] then return ("is too long: at most %d letters"):format(longest[field]) end
  if not can_be_shown(value) then return "has a character that cannot be shown" end
  if not value:find("%S") then return "is empty" end
end

local function is_id(text)
  return text:find("^%l[%l%d-]*$") and not text:find("--", 1, true) and not text:find("-$")
end

local check = {}

function check.id(value)
  if is_id(value) then return nil end
  local near = value:lower():gsub("[^%l%d]+", "-"):gsub("^[%d-]+", ""):gsub("-+$", "")
  local meant = near ~= "" and (" (did you mean '%s'?)"):format(near) or ""
  return ("must be small letters, digits and hyphens, not '%s'%s"):format(value, meant)
end

-- "1.2" or "1.2.0".
local function is_number(text)
  local a, b, c = text:match("^(%d+)%.(%d+)%.(%d+)$")
  if not a then a, b, c = text:match("^(%d+)%.(%d+)$") end
  return a and #a <= 5 and #b <= 5 and (not c or #c <= 5)
end

function check.version(value)
  if not is_number(value) then return ("must be two or three numbers, as \"1.2.0\", not '%s'"):format(value) end
end
check.unknot = check.version

local function language_trouble(code)
  local why = text_trouble("language", code)
  if why then return "language " .. why end
  if not code:find("^%l%l%l?$") and not code:find("^%l%l%l?%-%u%u$") then
    return ("language '%s' is no code as en, de, fr or pt-BR"):format(code)
  end
end

local function check_languages(list, add, problem)
  if type(list) ~= "table" then
    return problem("'languages' must be a list of codes, as languages = { \"en\" }, not " .. shown(list))
  end
  if #list == 0 then return problem("'languages' is empty: " .. wanted.languages) end
  for i, code in pairs(list) do
    if type(i) ~= "number" or i > 20 then return problem("'languages' is a list of at most 20 codes") end
    local why = language_trouble(code)
    if why then problem(why) else add("language", code) end
  end
end

local function check_names(manifest, problem)
  for field in pairs(manifest) do
    local known = false
    for _, name in ipairs(fields) do known = known or name == field end
    if not known then
      local near = args.meant(field, fields)
      if near == "" then near = ": a pack has " .. table.concat(fields, ", ") end
      problem(("there is no field %s%s"):format(shown(field), near))
    end
  end
end

return function(manifest)
  local lines = {}
  local function add(word, text) lines[#lines + 1] = word .. " " .. text end
  local function problem(sentence) add("problem", sentence) end

  if type(manifest) ~= "table" then
    problem("it must return a table, as return { id = \"neck-care\", ... }, not " .. (manifest == nil and "nothing" or shown(manifest)))
    return lines[1]
  end
  check_names(manifest, problem)
  for _, field in ipairs(fields) do
    local value = manifest[field]
    if value == nil then
      if wanted[field] then problem(("there is no '%s': %s"):format(field, wanted[field])) end
    elseif field == "languages" then
      check_languages(value, add, problem)
    else
      local why = text_trouble(field, value)
      if not why and check[field] then why = check[field](value) end
      if why then problem(("'%s' %s"):format(field, why)) else add(field, value) end
    end
  end
  return table.concat(lines, "\n")
end
