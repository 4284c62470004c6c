-- voice_pack.lua - what the manifest of a voice pack may say.

local manifest = need("manifest")

-- A language, a dash, and who speaks: the language is known from the name of the folder.
local function id_trouble(value)
  local language, rest = value:match("^(%l%l%l?%-%u%u)%-(.+)$")
  if not language then language, rest = value:match("^(%l%l%l?)%-(.+)$") end
  if not rest or not rest:find("^[%w][%w_.-]*$") then
    return ("must begin with its language and a dash, as \"de-anna\" or \"en-US-slt\", not '%s'"):format(value)
  end
end

local function take_rate(value, add, problem)
  local rate = math.type(value) and math.tointeger(value)
  if not rate or rate < 8000 or rate > 192000 then
    return problem("'rate' must be a number of frames a second, as rate = 24000, not " .. manifest.shown(value))
  end
  add("rate", ("%d"):format(rate))
end

local fields = {
  { "id", longest = 60, wanted = "give it the name of its folder, as id = \"de-anna\"", check = id_trouble },
  { "name", longest = 100, wanted = "say what the voice is called" },
  { "language", longest = 20, wanted = "say what it speaks, as language = \"de\"", check = manifest.language_trouble },
  { "licence", longest = 200, wanted = "say what others may do with it, as licence = \"CC-BY-4.0\"" },
  { "speaker", longest = 100, optional = true },
  { "engine", longest = 200, optional = true },
  { "settings", longest = 300, optional = true },
  { "rate", take = take_rate },
}

return function(given) return manifest.lines(given, fields, "a voice pack", "de-anna") end
