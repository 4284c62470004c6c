-- Says how many files mpv has open while it plays the first ten of a list, and how many while it plays the last: the fewest, since what ends
-- may be closing while the next one begins.
local files, first, last = 0, math.huge, math.huge

local function count()
  local list, n = io.popen("ls /proc/" .. mp.get_property("pid") .. "/fd"), 0
  for _ in list:lines() do
    n = n + 1
  end
  list:close()
  return n
end

mp.register_event("file-loaded", function()
  files = files + 1
  if files <= 10 then
    first = math.min(first, count())
  elseif files > mp.get_property_number("playlist-count") - 10 then
    last = math.min(last, count())
  end
end)
mp.register_event("shutdown", function()
  print(string.format("open in %d files: first %d, last %d", files, first, last))
end)
