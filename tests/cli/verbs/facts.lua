-- facts.lua SOURCE - what is written for editors of the verbs, one fact a line, as probe.lua marks what the verbs say themselves.

local source = arg[1]
local reference = dofile(source .. "/scripts/reference.lua")
local meta = reference.read("names", "verbs", "lua")

-- A range without its unit: "1 to 3600", "over 0", "0 or more".
local function bare(range)
  return range and (range:match("^%S+ to %S+") or range:match("^over %S+") or range:gsub("^(%S+) %a* ?or more", "%1 or more"))
end

local function takes(e)
  local choice = reference.choice(meta, e)
  if choice then
    table.sort(choice)
    return table.concat(choice, ", ")
  end
  if e.name == "[integer]" then
    local events = {}
    for _, value in ipairs(meta.aliases[e.type].values) do events[#events + 1] = value[1] end
    table.sort(events)
    return table.concat(events, ", ")
  end
  local words = bare(e.range) or reference.takes(meta, e)
  return ({ ["lines or false"] = "lines", ["a span or a sound"] = "a table" })[words] or words
end

for _, verb in ipairs(meta.verbs) do
  print("function " .. verb.name)
  for _, e in ipairs(reference.fields(meta, verb)) do
    local name = verb.name .. (e.name:find("^%[") and "" or ".") .. e.name
    if e.named then
      print(name .. " is " .. e.named)
    elseif e.name == "[integer]" then
      print(verb.name .. " takes " .. takes(e))
    elseif e.range or e.default or e.needed then
      print(name .. " takes " .. takes(e))
      if e.needed then print(name .. " is needed") end
    end
  end
end
for _, name in ipairs(meta.values) do print("number " .. name) end
for _, e in ipairs(meta.classes["unknot.line_with"].fields) do
  if e.range then print(("line.%s takes %s"):format(e.name, bare(e.range))) end
end
local moments = {}
for _, e in ipairs(meta.classes["unknot.moments"].fields) do moments[#moments + 1] = e.name end
table.sort(moments)
print("moments are " .. table.concat(moments, ", "))
