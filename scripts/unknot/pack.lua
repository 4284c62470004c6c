-- pack.lua - what the manifest of a pack of routines may say.

local manifest = need("manifest")

local function is_id(text)
  return text:find("^%l[%l%d-]*$") and not text:find("--", 1, true) and not text:find("-$")
end

local function id_trouble(value)
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

local function version_trouble(value)
  if not is_number(value) then return ("must be two or three numbers, as \"1.2.0\", not '%s'"):format(value) end
end

local wanted_languages = "say what is spoken, as languages = { \"en\" }"

local function take_languages(list, add, problem)
  if type(list) ~= "table" then
    return problem("'languages' must be a list of codes, as languages = { \"en\" }, not " .. manifest.shown(list))
  end
  if #list == 0 then return problem("'languages' is empty: " .. wanted_languages) end
  for i, code in pairs(list) do
    if type(i) ~= "number" or i > 20 then return problem("'languages' is a list of at most 20 codes") end
    local why = manifest.language_trouble(code)
    if why then problem(why) else add("language", code) end
  end
end

local fields = {
  { "id", longest = 40, wanted = "give the pack a name of its own, as id = \"neck-care\"", check = id_trouble },
  { "title", longest = 100, wanted = "say what the pack is called" },
  { "summary", longest = 300 },
  { "author", longest = 100, wanted = "say who made it" },
  { "licence", longest = 100, wanted = "say what others may do with it, as licence = \"CC-BY-4.0\"" },
  { "version", longest = 20, wanted = "number it, as version = \"1.0.0\"", check = version_trouble },
  { "unknot", longest = 20, wanted = "say from which unknot on it works, as unknot = \"0.1.0\"", check = version_trouble },
  { "languages", wanted = wanted_languages, take = take_languages },
}

return function(given) return manifest.lines(given, fields, "a pack", "neck-care") end
