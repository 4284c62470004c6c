-- mistakes.lua SOURCE - every verb called wrongly in every way that can be made of what is written of it, as routines:
--
-- VERB-all.lua       tries all of them, and ends with an error that names each answer that does not begin with the line of the call
-- VERB-CONTEXT.lua   one mistake: "-- here" stands on the line that the planner must name

local reference = dofile(arg[1] .. "/scripts/reference.lua")
local meta = reference.read("names", "verbs")

-- What a field needs beside it to be looked at.
local beside = {
  tone = 'kind = "sine", seconds = 100, ', clip = 'file = "hello.wav", ', press = 'point = "upper-trapezius", side = "left", ',
  find = 'point = "upper-trapezius", side = "left", ', span = 'point = "upper-trapezius", ', stretch = 'stretch = "neck-side-tilt", ',
  move = 'stretch = "neck-side-tilt", ', welcome = 'title = "One.", ', mark = 'title = "One.", ', step = 'title = "One.", ',
  say = 'text = "One.", ', scan = 'part = "feet", ', tense = 'group = "hand", ',
}

local calls = { -- of verbs that take no table
  wait = { "wait()", "wait {}", "wait(-1)", "wait(0 / 0)" }, join = { "join(99)", 'join "x"', "join {}" },
  spawn = { "spawn()", "spawn(3)", "spawn {}" }, together = { "together(3)", "together {}" },
  random = { 'random "x"', "random(2, 1)", "random {}" },
  cut = { "cut()", "cut(3)", "cut {}", "cut({ id = 1 }, -1)", "cut({ id = 1 }, 61)", 'cut({ id = 1 }, "x")', "cut { id = 999 }" },
  sides = { 'for _ in sides "up" do end', "for _ in sides(3) do end", "for _ in sides {} do end" },
}

local function wrong_values(e)
  local list = { "function() end" }
  local least, most = (e.range or ""):match("^(%S+) to (%S+)")
  if least then
    list[#list + 1] = ("%s - 0.001"):format(least)
    list[#list + 1] = ("%s + 0.001"):format(most)
    list[#list + 1] = "0 / 0"
  elseif e.range then
    list[#list + 1] = "-1"
  end
  local takes = reference.takes(meta, e)
  local by_plugin = e.name == "kind" -- whether there is such a sound is asked outside, and ends the plan at its line: cli/wild.sh
  if not by_plugin and (e.type:find('"') or takes:find("^a %l")) then list[#list + 1] = '"qqqqqq"' end
  if takes:find("^lines") and not takes:find("moment") then
    for _, line in ipairs { "3", "{}", '{ "One.", pase = 1 }', '{ "One.", pause = 601 }', '{ "One.", more = "x" }', '{ "One.", less = {} }' } do
      list[#list + 1] = ("{ %s }"):format(line)
    end
    list[#list + 1] = '{ x = "One." }'
  elseif takes:find("moment") then
    for _, moments in ipairs { '{ "One." }', '{ sinkk = { "One." } }', '{ sink = "One." }', '{ sink = { 3 } }' } do list[#list + 1] = moments end
  elseif takes == "text" then
    list[#list + 1] = "{}"
  end
  return list
end

local function calls_of(verb)
  if calls[verb.name] then return calls[verb.name] end
  if #reference.fields(meta, verb) == 0 then return {} end
  local list = { ("%s { qqqqqq = 1 }"):format(verb.name), ("%s(true)"):format(verb.name), ("%s { [20] = 1 }"):format(verb.name) }
  for _, e in ipairs(reference.fields(meta, verb)) do
    if e.needed then list[#list + 1] = ("%s {}"):format(verb.name) end
    for _, value in ipairs((e.named or e.name == "[integer]") and {} or wrong_values(e)) do
      local others = e.name == "phases" and 'kind = "breath", ' or (beside[verb.name] or ""):gsub(e.name .. " = [^,]*, ", "")
      list[#list + 1] = ("%s { %s%s = %s }"):format(verb.name, others, e.name, value)
    end
  end
  return list
end

local contexts = {
  direct = "CALL -- here",
  inside = "local function inner()\n  CALL -- here\nend\ninner()",
  loop = "for i = 1, 3 do\n  wait(i)\n  CALL -- here\nend",
  together = "together(function() wait(1) end, function()\n  wait(1)\n  CALL -- here\nend)",
  spawn = "local thread = spawn(function()\n  wait(1)\n  CALL -- here\nend)\njoin(thread)",
}

local function in_lines(text, call)
  return (text:gsub("CALL", function() return call end))
end

local function write(name, ...)
  local file <close> = assert(io.open(name .. ".lua", "w"))
  file:write(...)
end

local opening = [[
local wrong = {}
local function try(call, line, fn)
  local ok, words = pcall(fn)
  if ok then words = "was not refused" end
  if ok or type(words) ~= "string" or words:sub(1, #line) ~= line then wrong[#wrong + 1] = ("%s: %s"):format(call, words) end
end
return { title = "Mistakes", cap = 1800, play = function()
]]
local closing = [[
if #wrong > 0 then error(#wrong .. " wrong: " .. table.concat(wrong, "; "):sub(1, 500), 0) end
end }
]]

local function lines_of(text) return select(2, text:gsub("\n", "")) end

local function all_of(verb)
  local out = opening
  for _, call in ipairs(calls_of(verb)) do
    for _, context in ipairs { "direct", "inside", "loop" } do
      local text = in_lines(contexts[context], call)
      local line = lines_of(out) + 2 + lines_of(text:match("^(.-)%-%- here"))
      out = out .. ("try(%q, %q, function()\n%s\nend)\n"):format(call, ("%s-all.lua:%d: "):format(verb.name, line), text)
    end
  end
  return out .. closing
end

for _, verb in ipairs(meta.verbs) do
  local call = calls_of(verb)[1]
  if call then
    write(verb.name .. "-all", all_of(verb))
    for context, text in pairs(contexts) do
      write(("%s-%s"):format(verb.name, context), 'return { title = "Wrong", play = function()\n', in_lines(text, call), "\nend }\n")
    end
  end
end
