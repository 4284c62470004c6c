-- probe.lua - a routine that tries every verb with what is wrong, and marks what it learns of it from the answers: one fact a mark,
-- behind "= ". Nothing of it comes from what is written about the verbs.

local function fact(...) mark("= " .. ("%s %s"):format(...)) end
local function wrong() end -- no verb takes a function where these try it

-- What a verb says to a value; nothing when it begins.
local function said(verb, ...)
  local ok, words
  local function try(...) ok, words = pcall(verb, ...) end
  spawn(try, ...)
  wait(0)
  if ok == nil then wait(60) end -- some speak before they look at a name
  return ok == false and type(words) == "string" and words or ""
end

-- With which the others come as far as the field that is tried.
local beside = {
  tone = { kind = "sine", seconds = 100 }, bed = { kind = "noise" }, clip = { file = "hello.wav" },
  press = { point = "upper-trapezius", side = "left" }, find = { point = "upper-trapezius", side = "left" },
  span = { point = "upper-trapezius" }, stretch = { stretch = "neck-side-tilt" }, move = { stretch = "neck-side-tilt" },
  welcome = { title = "One." }, mark = { title = "One." }, say = { text = "One." },
  scan = { part = "feet" }, tense = { group = "hand" },
}
-- Whose values are of a list that is too long for a sentence.
local listed = { point = "point", stretch = "stretch", breath = "breath", pattern = "breath", part = "part", group = "group" }

local function with(name, field, value)
  local given = {}
  for key, other in pairs(beside[name] or {}) do given[key] = other end
  if field == "phases" then given = { kind = "breath" } end
  given[field] = value
  return given
end

local function sorted(words)
  local list = {}
  for word in words:gmatch("[^ ,]+") do list[#list + 1] = word end
  table.sort(list)
  return table.concat(list, ", ")
end

-- How far a number may go, by what is said to one that is too low and one that is too high.
local function range(low, high)
  local least, most = low:match("must be (%S+) to (%S+), not")
  if not least then least, most = low:match("it may be (%S+) to (%S+)$") end
  if least then return least .. " to " .. most end
  most = high:match("at most (%S+) s")
  return low:find("must be more") and "over 0" or low:find("must be 0 or more") and (most and "0 to " .. most or "0 or more") or low .. high
end

-- What a value must be, by what is said to a function, and to numbers; `try` gives one to the verb.
local function learn(name, try)
  local words = try(wrong)
  if words:find("must be a text") then
    local list = listed[name]
    return list and try("qqqqqq"):find("no " .. list .. " 'qqqqqq'") and "a " .. list or "text"
  end
  for pattern, kind in pairs { ["must be true or false"] = "true or false", ["must be a list of lines"] = "lines",
                               ["must be a table of lists"] = "lines by moment", ["breath needs 'phases'"] = "four numbers",
                               ["must be a table, not"] = "a table" } do
    if words:find(pattern) then return kind end
  end
  if words:find("must be a number") then
    local zero = try(0)
    return range(zero:find("must be more") and zero or try(-1e9), try(1e9))
  end
  local choice = words:match("must be (.-), not a function") or words:match("may be one of: (.*)$")
  return choice and sorted((choice:gsub(" or ", ", "))) or words
end

local function probe(name, verb, fields)
  for field in fields:gmatch("[^,]+") do
    field = field:match("^%s*(.-)%s*$")
    local takes = learn(field, function(value) return said(verb, with(name, field, value)) end)
    if not field:find("^event ") then fact(name .. "." .. field .. " takes", takes)
    elseif field == "event 1" then fact(name .. " takes", takes) end
  end
  for place = 1, 3 do
    local field = said(verb, { [place] = wrong }):match("'([%a_]+)' must be")
    if field then fact(name .. "[" .. place .. "] is", field) end
  end
  local needed = said(verb, {}):match("needs '([%a_]+)'")
  if needed then fact(name .. "." .. needed .. " is", "needed") end
end

-- What stands in brackets, not in a table.
local function probe_calls()
  fact("wait.seconds takes", learn("seconds", function(value) return said(wait, value) end))
  if said(wait):find("is missing") then fact("wait.seconds is", "needed") end
  fact("cut.fade takes", learn("fade", function(value) return said(cut, { id = 1 }, value) end))
  fact("cut.sound takes", learn("sound", function(value) return said(cut, value) end))
  if said(cut):find("needs 'sound'") then fact("cut.sound is", "needed") end
  fact("tell.lines takes", learn("lines", function(value) return said(tell, value) end))
  if said(tell):find("must be a list") then fact("tell.lines is", "needed") end
  fact("sides.which takes", learn("which", function(value) return said(sides, value) end))
end

local function probe_lines()
  local function try(field, value) return said(settle, { lines = { { "One.", [field] = value } } }) end
  local fields = try("qqqqqq", 1):match("it may have (.-)%)$") or "?"
  for field in fields:gmatch("[^, ]+") do
    fact("line." .. field .. " takes", learn(field, function(value) return try(field, value) end))
  end
  fact("moments are", sorted(said(press, with("press", "lines", { qqqqqq = {} })):match("there are (.-)%)$") or "?"))
end

return {
  title = "Probe",
  cap = 1800,
  play = function()
    for name, value in pairs(_ENV) do
      local library = type(value) == "table" and value or { [false] = value }
      for part, what in pairs(library) do fact(type(what), part and name .. "." .. part or name) end
      local fields = type(value) == "function" and name ~= "error" and said(value, { qqqqqq = 1 }):match("no field 'qqqqqq' %(it has (.-)%)$")
      if fields then probe(name, value, fields) end
    end
    probe_calls()
    probe_lines()
  end,
}
