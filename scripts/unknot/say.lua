-- say.lua - the verb that speaks.

local args = need("args")
local listener = need("listener")
local run = need("run")
local voice = need("voice")

local say_rules = {
  text = { "string", needed = true },
  wait = { "boolean" },
  on = { one_of = { "in", "hold_in", "out", "hold_out" } },
}

-- Beside a breath, which is what answers then, or while others speak.
local function in_turn(a, length, turn)
  if a.on then
    local phase = run.clock and run.clock.next(a.on)
    if phase then
      local free = a.on == "out" and phase.seconds - 2 or phase.seconds
      if length > free then core.note("slot", ("say: '%s' takes %.1f s, the phase has %.1f s for it"):format(a.text, length, free)) end
      core.wait_until(phase.at)
    end
  end
  voice.say(a.text, turn)
end

return function(given)
  local a = args.take("say", given, say_rules, { "text" })
  local length = voice.length(a.text)
  if run.skipping then return { seconds = length } end
  listener.begin()
  if a.wait == false then
    if a.on then
      core.spawn(in_turn, a, length)
    elseif voice.is_free() then
      return voice.begin(a.text).sound
    else
      core.spawn(in_turn, a, length, voice.book(a.text))
    end
  elseif a.on or run.clock then
    in_turn(a, length)
  else
    listener.lines({ { a.text, pause = 0 } }, { next = true, ready = true })
  end
  return { seconds = length }
end
