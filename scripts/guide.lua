-- guide.lua - runs what README.md shows. From top to bottom, in an empty folder: a block of Lua that begins `-- NAME.lua` is saved
-- under this name and checked, or only planned where its findings are shown; a line of code that begins with a command is run; below a line that begins with `$`
-- stands what the command prints.
--
--     lua5.4 scripts/guide.lua write       puts what is printed now into README.md
--     lua5.4 scripts/guide.lua             tells what differs, and what is wrong
--
-- The command is build/bin/unknot, or what is named behind. Phrases are as long as flite speaks them. A comment right before a
-- block says how much of it is shown: <!-- 12 lines -->, <!-- 12 lines from "Left side" -->, which is how the first of them ends,
-- <!-- no picture --> or <!-- no picture, 12 lines -->.

local here = debug.getinfo(1, "S").source:match("^@(.*/)") or "./"
local run_as_they_stand = { mkdir = true, cp = true, tar = true }

local wrong = {}
local function problem(format, ...) wrong[#wrong + 1] = format:format(...) end

local function whole(path)
  local file <close> = assert(io.open(path))
  return file:read("a")
end

local function write(path, text)
  local file <close> = assert(io.open(path, "w"))
  file:write(text)
end

local function lines_of(text)
  local list = {}
  for line in text:gmatch("([^\n]*)\n") do list[#list + 1] = line end
  return list
end

-- ---- the codes of findings ------------------------------------------------------------------------------------------

-- Where codes stand: in which files, in which lines, and how.
local places = {
  { "scripts/unknot/*.lua", "note%(", 'note%([%w_]*,? ?"([%l-]+)"' },
  { "core/engine/check.c", "add%(c, ", 'add%(c, [^"]*"([%l-]+)", "' },
  { "core/engine/check.c", "code = ", '"([%l-]+)"' },
  { "core/plan/*.c", "struct uk_note %w+ = {", '{%w+, "([%l-]+)"' },
}

local function codes_in_sources()
  local codes = {}
  for _, place in ipairs(places) do
    for line in assert(io.popen("cat '" .. here .. "'../" .. place[1])):lines() do
      if line:find(place[2]) then
        for code in line:gmatch(place[3]) do codes[code] = true end
      end
    end
  end
  codes.note = nil -- for those who look at a plan: nothing need be changed
  return codes
end

local function compare_codes(page)
  local real, told = codes_in_sources(), {}
  local part = page:match("\n## What check finds\n(.-)\n## ") or ""
  for code in part:gmatch("\n| `([%l-]+)` |") do
    told[code] = true
    if not real[code] then problem("What check finds: nothing has the code %s", code) end
  end
  for code in pairs(real) do
    if not told[code] then problem("What check finds: the code %s is missing", code) end
  end
end

-- ---- running --------------------------------------------------------------------------------------------------------

local guide = {} -- folder: where it is run; unknot: the command; shown: routines whose findings are shown

-- What a command prints, and whether it ended well.
local function run(words)
  local name, rest = words:match("^(%S+) ?(.*)$")
  if name == "unknot" then
    local verb = rest:match("^%S+")
    name = "'" .. guide.unknot .. "'"
    rest = rest:gsub(" %-%-watch", "")
    if verb == "play" and not rest:find("--sink", 1, true) then rest = rest .. " --sink null --device fast" end
    if verb == "play" or verb == "plan" or verb == "check" or verb == "render" then rest = rest .. " --voice flite" end
  elseif not run_as_they_stand[name] then
    return "", false
  end
  local line = "cd '%s' && env -u XDG_CACHE_HOME -u XDG_CONFIG_HOME -u XDG_DATA_HOME -u XDG_STATE_HOME HOME=\"$PWD/.home\" "
    .. "XDG_RUNTIME_DIR=\"$PWD/.home\" %s %s 2>&1 </dev/null; echo $?"
  local pipe <close> = assert(io.popen(line:format(guide.folder, name, rest)))
  local text, code = pipe:read("a"):match("^(.-)(%d+)\n$")
  local shown = text:gsub(guide.unknot:gsub("%p", "%%%0"), "unknot") -- as its reader would call it
  return shown, code == "0"
end

-- A plan without the picture, which stands between its first two empty lines.
local function without_picture(list)
  local out, empty = {}, 0
  for _, line in ipairs(list) do
    if line == "" then empty = empty + 1 end
    if empty ~= 1 then out[#out + 1] = line end
  end
  return out
end

local function shortened(text, comment)
  local asked = (comment or ""):match("^<!%-%- (.*) %-%->$") or ""
  local count, title = tonumber(asked:match("(%d+) lines")), asked:match('from "(.*)"')
  local list, from = lines_of(text), 1
  if asked:find("no picture", 1, true) then list = without_picture(list) end
  while title and list[from] and list[from]:sub(-#title) ~= title do from = from + 1 end
  if not list[from] then problem('no line ends with "%s"', title) return text end
  local to = math.min(#list, from + (count or #list) - 1)
  local shown = table.concat(list, "\n", from, to) .. "\n"
  return (from > 1 and "    ...\n" or "") .. shown .. (to < #list and "    ...\n" or "")
end

local function save(name, text)
  local folder = name:match("^(.*)/")
  if folder then run("mkdir -p " .. folder) end
  write(guide.folder .. "/" .. name, text)
end

local function try_routine(name, text)
  save(name, text)
  if not text:find("play = function", 1, true) then return end
  local shown = guide.shown[name]
  local said, good = run(("unknot %s ./%s"):format(shown and "plan" or "check", name))
  if not good then problem("%s", said) end
end

-- One block of the page, without its fences.
local function block(language, body, before)
  local name = language == "lua" and body:match("^%-%- ([%w/._-]+%.lua)\n")
  if name then try_routine(name, body) end
  local command = language == "text" and body:match("^%$ ([^\n]*)\n")
  if not command then return body end
  return "$ " .. command .. "\n" .. shortened(run(command), before)
end

-- The page with what its commands print.
local function walk(page)
  local out, inside, body, before = {}, nil, nil, nil
  for _, line in ipairs(lines_of(page)) do
    local fence = line:match("^```(%w*)$")
    if inside and fence then
      out[#out + 1] = block(inside, table.concat(body, "\n") .. "\n", before) .. "```"
      inside = nil
    elseif inside then
      body[#body + 1] = line
    else
      if fence then inside, body, before = fence, {}, out[#out] end
      out[#out + 1] = line
      local command = line:match("^    (%l+ .*)$")
      command = command and command:gsub("   .*$", "")
      if command and (command:find("^unknot ") or run_as_they_stand[command:match("^%l+")]) then
        local said, good = run(command)
        if not good then problem("%s: %s", command, said) end
      end
    end
  end
  return table.concat(out, "\n") .. "\n"
end

local function main(writing, unknot)
  local path = here .. "README.md"
  local page = whole(path)
  compare_codes(page)
  guide.unknot, guide.shown = unknot, {}
  for name in page:gmatch("\n%$ unknot check %./([%w/._-]+)\n") do guide.shown[name] = true end
  guide.folder = assert(io.popen("mktemp -d")):read("l")
  local fresh = page
  if run("unknot plugins"):find("\nvoice +flite") then
    fresh = walk(page)
  else
    io.stderr:write("skipped: there is no flite here, and the lengths are its\n")
  end
  os.execute("rm -rf '" .. guide.folder .. "'")
  if writing then write(path, fresh) elseif fresh ~= page then
    local old, new = lines_of(page), lines_of(fresh)
    for i, line in ipairs(new) do
      if line ~= old[i] then problem("README.md:%d: what is printed now is not what stands there: run lua5.4 scripts/guide.lua write", i) break end
    end
  end
  for _, text in ipairs(wrong) do print(text) end
  os.exit(#wrong == 0)
end

local writing = arg[1] == "write"
local named = arg[writing and 2 or 1]
main(writing, named or assert(io.popen("cd '" .. here .. "..' && pwd")):read("l") .. "/build/bin/unknot")
