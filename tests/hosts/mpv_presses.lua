-- Does what PRESSES says, "2:longer,4:pause;harder,...": at the second of the routine it gives the plugin these words. After "pause" it presses,
-- once or several times, in a pause, and goes on when mpv is there. Each is written to the file PRESSED, with the clock of the machine.
local presses, next, paused = {}, 1, false
for at, words in os.getenv("PRESSES"):gmatch("([%d.]+):([^,]+)") do
  local in_pause = words:match("^pause;(.*)")
  presses[#presses + 1] = { at = tonumber(at), pause = in_pause ~= nil, words = in_pause or words }
end
local log = io.open(os.getenv("PRESSED"), "w")

local function now()
  local file = io.open("/proc/uptime")
  local seconds = file:read("*n")
  file:close()
  return seconds
end

mp.observe_property("time-pos", "number", function(_, at)
  local press = presses[next]
  if not at or not press or at < press.at then return end
  next = next + 1
  paused = press.pause
  if paused then mp.set_property_bool("pause", true) end
  log:write(string.format("%.2f %s\n", now(), press.words))
  log:flush()
  for words in press.words:gmatch("[^;]+") do
    mp.command("script-message-to unknot " .. words)
  end
end)
mp.register_event("playback-restart", function()
  if paused then mp.set_property_bool("pause", false) end
  paused = false
end)
