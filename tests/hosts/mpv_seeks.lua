-- Seeks to each frame in the file SEEKS, one after the other, and ends.
local frames, next, from = {}, 1, nil
for line in io.lines(os.getenv("SEEKS")) do
  frames[#frames + 1] = tonumber(line)
end

mp.register_event("playback-restart", function()
  from = mp.get_property_number("time-pos")
end)

-- Once a little has been heard from where the last one went.
mp.observe_property("time-pos", "number", function(_, at)
  if not at or not from or at < from + 0.1 then return end
  from = nil
  if frames[next] then
    mp.commandv("seek", string.format("%.9f", frames[next] / 48000), "absolute+exact")
    next = next + 1
  else
    mp.commandv("quit")
  end
end)
