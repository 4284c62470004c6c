-- names.lua SOURCE - what names.lua and .luacheckrc say against the library's tables, the planner's source and the reference. Prints
-- what differs.

local source = arg[1]
local reference = dofile(source .. "/scripts/reference.lua")
local meta = reference.read("names", "verbs")
local failed = false

local function sorted_keys(map)
  local list = {}
  for key in pairs(map) do list[#list + 1] = key end
  table.sort(list)
  return list
end

local function same(what, written, real)
  table.sort(written)
  table.sort(real)
  local a, b = table.concat(written, " "), table.concat(real, " ")
  if a == b then return end
  failed = true
  print(("%s\n  written: %s\n  there is: %s"):format(what, a, b))
end

local function whole(path)
  local file <close> = assert(io.open(source .. "/" .. path))
  return file:read("a")
end

-- The tables of the library need only each other; one that is filled when it is asked is filled at once.
local function lazy(map, fill)
  fill(map)
  return map
end

local function need(name)
  local env = setmetatable({ need = need, core = { lazy = lazy } }, { __index = _G })
  return assert(loadfile(source .. "/scripts/unknot/" .. name .. ".lua", "t", env))()
end

for alias, file in pairs { point = "body", stretch = "stretches", breath = "breaths", scan = "scans", tension = "tensions" } do
  local written = {}
  for _, value in ipairs(meta.aliases["unknot." .. alias].values) do written[#written + 1] = value[1] end
  same(("meta/names.lua: unknot.%s, and %s.lua"):format(alias, file), written, sorted_keys(need(file)))
end

local fields, known = {}, {}
for _, e in ipairs(meta.classes["unknot.routine"].fields) do fields[#fields + 1] = e.name end
for name in whole("core/plan/facts.c"):match("known%[%] = (%b{})"):gmatch('"([^"]+)"') do known[#known + 1] = name end
same("meta/names.lua: unknot.routine, and core/plan/facts.c", fields, known)

-- What luacheck is told: "press", "string.rep".
local function flat(std)
  local list = {}
  for key, value in pairs(std.read_globals) do
    if type(key) == "number" then list[#list + 1] = value else
      for _, field in ipairs(value.fields) do list[#list + 1] = key .. "." .. field end
    end
  end
  return list
end

local config = { stds = {}, files = {} }
assert(loadfile(source .. "/.luacheckrc", "t", config))()
for std, file in pairs { verbs = "verbs", own = "lua" } do
  local of, names = reference.read(file), {}
  for _, verb in ipairs(of.verbs) do names[#names + 1] = verb.name end
  for _, value in ipairs(of.values) do names[#names + 1] = value end
  same((".luacheckrc: stds.%s, and meta/%s.lua"):format(std, file), flat(config.stds[std]), names)
end

local page = whole("scripts/README.md")
if page ~= reference.put_into(page) then
  failed = true
  print("scripts/README.md: the reference is not what meta says: run lua5.4 scripts/reference.lua write")
end
os.exit(not failed)
