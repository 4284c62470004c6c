-- new.lua - writes somebody's first routine, for `unknot new`: whole, short, and with a comment where there is a choice.
--
-- It is told a `name`, and perhaps `points` ("a,b") or what it is `for` ("stiff neck").

local args = need("args")
local body = need("body")
local complaints = need("complaints")
local meant = need("meant")

local most = 3 -- points of a first routine

local function split(text)
  local list = {}
  for word in text:gmatch("[^,%s]+") do list[#list + 1] = word end
  return list
end

local function title_of(name)
  local text = name:gsub("-", " ")
  return text:sub(1, 1):upper() .. text:sub(2)
end

local function checked_points(text)
  local list = split(text)
  if #list == 0 then core.blame("--points needs the name of a place, such as upper-trapezius") end
  for _, id in ipairs(list) do
    if not body[id] then
      core.blame(("there is no place '%s'%s"):format(id, args.meant(id, args.keys(body))))
    end
    if body[id].advanced then core.blame(("%s is only for those who have asked for it: choose another place"):format(id)) end
  end
  return list
end

local function complaint_for(words)
  local warning = meant.warning(words)
  if warning and warning.stops then core.blame(warning.say) end
  local list = meant.complaints(words)
  if #list > 0 then return complaints[list[1]] end
  core.blame(("nothing is known of '%s': say what it is and where, as in \"stiff neck\", \"dull low back\" or \"tired jaw\""):format(words))
end

-- Who should not do it, as a comment.
local function not_if(complaint)
  return (complaint.refuse and "-- " .. complaint.refuse .. "\n" or "")
    .. "-- Not if one of these is so. Somebody who can look at it comes first then.\n--   " .. table.concat(complaint.refer_if, "\n--   ") .. "\n"
end

local function first_points(complaint)
  local list = {}
  for _, id in ipairs(complaint.order) do
    if #list < most and body[id] and not body[id].advanced then list[#list + 1] = id end
  end
  return list
end

local function quoted(list)
  local out = {}
  for i, text in ipairs(list) do out[i] = ("%q"):format(text) end
  return #out > 0 and "{ " .. table.concat(out, ", ") .. " }" or "{}"
end

-- "For the top-of-shoulder muscle and the skull base."
local function summary_of(points)
  local names = {}
  for i, id in ipairs(points) do names[i] = body[id].name:sub(1, 1):lower() .. body[id].name:sub(2) end
  local last = table.remove(names)
  return "For the " .. (#names > 0 and table.concat(names, ", ") .. " and " or "") .. last .. "."
end

local function tools_of(points)
  local list, seen = {}, {}
  for _, id in ipairs(points) do
    local tool = body[id].tools[1]
    if tool and not seen[tool] then list[#list + 1], seen[tool] = tool, true end
  end
  return list
end

-- The lines for one point; `side` is ", side" inside of sides().
local function work(id, side, indent)
  local entry = body[id]
  local out = {
    ('find    { "%s"%s }'):format(id, side),
    ('press   { "%s"%s, times = 2 }'):format(id, side),
  }
  if entry.stretch and entry.stretch ~= "" then out[#out + 1] = ('stretch { "%s"%s }'):format(entry.stretch, side) end
  for i, line in ipairs(out) do out[i] = indent .. line end
  return table.concat(out, "\n")
end

local function split_by_side(points)
  local both, middle = {}, {}
  for _, id in ipairs(points) do
    local list = body[id].side == "mid" and middle or both
    list[#list + 1] = id
  end
  return both, middle
end

local head = [[
-- %s.lua - %s
%sreturn {
  title   = "%s",
  summary = "%s",   -- one sentence: what it is for
  region  = "%s",
  tools   = %s,
  points  = %s,
%s  -- minutes = { 5, 10 },           -- lengths you promise; `unknot check` says whether they can be had

  play = function(with)
    bed { kind = "noise" }            -- soft noise below all; leave it out for silence

    step "Welcome"                    -- a step is a chapter
    welcome {
      "%s.",                          -- what is said first; the safety words follow by themselves
%s      position = { "Sit or lie so that you are carried.", "Keep what you need within reach." },
    }

    step "Breath"
    settle { breath = "calm-46", cycles = 3 }   -- in for four seconds, out for six
]]

local sided = [[

    for side in sides(with.side) do   -- left, then right: the second side gets what the first really got
      step(side == "left" and "Left side" or "Right side")
%s
    end
]]

local tail = [[

    step "Close"
    finish { lines = { "Move a little, the way you like." } }
  end,
}
]]

return function()
  local name = core.params.name or "mine"
  local words = core.params["for"]
  local complaint = words and complaint_for(words)
  local points = complaint and first_points(complaint) or checked_points(core.params.points or "upper-trapezius")
  local both, middle = split_by_side(points)
  local title = title_of(name)
  local before = complaint and not_if(complaint) or ""
  local params = #both > 0 and '  params  = { side = { "both", "left", "right" }, mode = { "standard", "gentle", "firm" } },\n'
    or '  params  = { mode = { "standard", "gentle", "firm" } },\n'
  local parts = { head:format(name, complaint and complaint.says or "say here what it is for", before, title, summary_of(points), body[points[1]].region,
    quoted(tools_of(points)), quoted(points), params, title,
    complaint and '      lines = { "This is general guidance, not a diagnosis." },\n' or "") }
  if #both > 0 then
    local lines = {}
    for i, id in ipairs(both) do lines[i] = work(id, ", side", "      ") end
    parts[#parts + 1] = sided:format(table.concat(lines, "\n"))
  end
  for _, id in ipairs(middle) do
    parts[#parts + 1] = ('\n    step "%s"\n%s\n'):format(title_of(id), work(id, "", "    "))
  end
  parts[#parts + 1] = tail
  return table.concat(parts)
end
