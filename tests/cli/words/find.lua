-- find.lua SOURCE TEXT... - what must not be said (scripts/unknot/words.lua), in all that a person may read or hear: every text of the scripts,
-- and the files that are named. Prints where it stands. What complaints and warnings only understand, and what myths quote, is left out.

local source = arg[1]
local found = 0

local function whole(path)
  local file <close> = assert(io.open(path))
  return file:read("a")
end

local function lazy(map, fill)
  fill(map)
  return map
end

local function need(name)
  local env = setmetatable({ need = need, core = { lazy = lazy } }, { __index = _G })
  return assert(loadfile(source .. "/scripts/unknot/" .. name .. ".lua", "t", env))()
end

local rules = need("words")

local function begins_so(low, rule)
  local from = 1
  while true do
    local at, to = low:find(rule.stem, from, true)
    if not at then return false end
    local word = rule.stem .. low:match("^%a*", to + 1)
    local fine = at > 1 and low:find("^%a", at - 1)
    for _, but in ipairs(rule.but or {}) do fine = fine or word == but end
    if not fine then return true end
    from = to + 1
  end
end

local function look_at(where, text, is_title)
  local low = text:lower():gsub("%s+", " ")
  for _, rule in ipairs(rules) do
    if (is_title or not rule.title) and begins_so(low, rule) then
      found = found + 1
      print(("%s: \"%s\" (%s), in: %s"):format(where, rule.stem, rule.why, text))
    end
  end
end

-- Every text in a file of Lua, with what stands before it. Comments have none.
local function each_text(code, fn)
  local at = 1
  while true do
    local from, _, mark = code:find("([%-\"'%[])", at)
    if not from then return end
    local open = code:match("^%[=*%[", from)
    if code:find("^%-%-", from) then
      local long = code:match("^%[=*%[", from + 2)
      local _, to = code:find(long and long:gsub("%[", "]") or "\n", from, true)
      at = (to or #code) + 1
    elseif open then
      local to, last = code:find(open:gsub("%[", "]"), from, true)
      fn(code:sub(from + #open, to - 1), "")
      at = last + 1
    elseif mark == '"' or mark == "'" then
      local to = from + 1
      while code:sub(to, to) ~= mark do to = to + (code:sub(to, to) == "\\" and 2 or 1) end
      fn(code:sub(from + 1, to - 1), code:sub(math.max(1, from - 20), from - 1))
      at = to + 1
    else
      at = from + 1
    end
  end
end

local function look_at_script(path)
  each_text(whole(source .. "/" .. path), function(text, before)
    look_at(path, text, before:find("title%s*=%s*$") or before:find("summary%s*=%s*$") or before:find("step%s*%(?$"))
  end)
end

local function look_at_data(path, value, without)
  if type(value) == "string" then return look_at(path, value) end
  for key, inner in pairs(type(value) == "table" and value or {}) do
    if key ~= without then look_at_data(path, inner, without) end
  end
end

local data = { -- read as data: what is left out has a key of its own
  ["scripts/unknot/complaints.lua"] = { "complaints", "also" },
  ["scripts/unknot/warnings.lua"] = { "warnings", "words" },
}

local files = 0
for path in io.popen(("cd '%s' && find scripts/routines scripts/unknot -name '*.lua' ! -path '*/meta/*' | sort"):format(source)):lines() do
  files = files + 1
  if path == "scripts/unknot/myths.lua" then
    for _, myth in ipairs(need("myths")) do look_at(path, myth[2]) end
  elseif path == "scripts/unknot/words.lua" then
    for _, rule in ipairs(rules) do look_at(path, rule.say) end
  elseif data[path] then
    look_at_data(path, need(data[path][1]), data[path][2])
  else
    look_at_script(path)
  end
end
for i = 2, #arg do
  for line in whole(arg[i]):gmatch("[^\n]+") do look_at(arg[i], line) end
end
print(files .. " scripts")
os.exit(found == 0)
