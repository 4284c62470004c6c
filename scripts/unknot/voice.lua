-- voice.lua - one voice: phrases take turns, whichever thread speaks, with a short breath between them.

local args = need("args")
local fit = need("fit")
local run = need("run")
local sound = need("sound")
local voice = {}

local breath = 0.25    -- seconds between two phrases
local tiny = 1e-6      -- times are whole nanoseconds inside: a wake-up may lie a hair before the number it was asked for
local free_at = 0      -- when the next phrase may begin, after all that have booked their turn
local booked = 0       -- phrases that wait for their turn
local current = nil    -- the phrase that began last: its sound and its end
local said_at = {}     -- text -> when it was said last

function voice.length(text) return core.length("phrase", text) end

-- What was said less than `seconds` ago is not said again.
local function fresh(text, seconds) return not said_at[text] or core.now() - said_at[text] >= seconds end

local function begin(text)
  local phrase = sound.start { kind = "phrase", text = text }
  local now = core.now()
  current = { sound = phrase, ends = now + phrase.seconds }
  free_at = math.max(free_at, current.ends + breath)
  said_at[text] = now
  return phrase
end

-- Blocks until the next phrase may begin.
function voice.wait_free()
  while core.now() + tiny < free_at do core.wait_until(free_at) end
end

-- Books the next turn for a text; wait_turn() blocks until it has come.
local function book(text)
  local turn = math.max(core.now(), free_at)
  free_at = turn + voice.length(text) + breath
  booked = booked + 1
  return turn
end

local function wait_turn(turn)
  if turn > core.now() + tiny then core.wait_until(turn) end
  while current and core.now() + tiny < current.ends + breath do core.wait_until(current.ends + breath) end -- after a hush
  booked = booked - 1
end

-- Blocks until the text was spoken.
function voice.say(text, turn)
  wait_turn(turn or book(text))
  local phrase = begin(text)
  core.wait(phrase.seconds)
  return phrase
end

-- Blocks while phrases wait for their turn.
function voice.drain()
  if booked > 0 then core.wait_until(free_at) end
end

-- Begins now if the voice is free and the text ends before `latest`; otherwise nothing. Whether it began.
function voice.place(text, latest)
  local now = core.now()
  if not text or now + tiny < free_at or now + voice.length(text) > latest then return false end
  begin(text)
  return true
end

function voice.is_free() return core.now() + tiny >= free_at end

-- Stops in mid-word: what the listener has just asked for comes first.
function voice.hush()
  local now = core.now()
  if current and current.ends > now then
    sound.cut(current.sound, 0.08)
    current, free_at = nil, now + 0.15
  end
end

-- Everything was silenced: whoever speaks next need not wait.
function voice.forget() current, free_at = nil, core.now() end

-- The line of a list that was not said for longest; nil if all of them were said within the last minute (unless
-- `must`), or take longer than `room` seconds.
function voice.pick(list, must, room)
  local best
  for _, line in ipairs(list or {}) do
    local text = type(line) == "table" and line[1] or line
    if not room or voice.length(text) <= room then
      if not said_at[text] then return text end
      if not best or said_at[text] < said_at[best] then best = text end
    end
  end
  return best and (must or fresh(best, 60)) and best or nil
end

-- Waits until `at` or one of the events; without `names`, for nothing but the time. Returns the event's name and value,
-- or nil.
function voice.attend(at, names)
  local left = at - core.now()
  if left <= tiny then return nil end
  if names then return core.listen(left, names) end
  core.wait(left)
  return nil
end

-- Speaks lines one by one, each followed by its pause, and listens all the while. An event ends it: the voice falls
-- silent and the event is returned.
function voice.lines(list, names, fill)
  for _, line in ipairs(list) do
    local text, pause = line, 0.4
    if type(line) == "table" then text, pause = line[1], line.pause or 0.4 end
    if type(line) == "string" or fit.wants(line) then
      local event, value = voice.tell(fill and voice.fill(text, fill) or text, names)
      if not event and pause > 0 then event, value = voice.attend(core.now() + fit.pause(pause), names) end
      if event then
        voice.hush()
        return event, value
      end
    end
  end
  return nil
end

-- Speaks one line to its end, listening. Returns the event that ended it, if one did.
function voice.tell(text, names)
  local event, value
  while core.now() + tiny < free_at do
    event, value = voice.attend(free_at, names)
    if event then return event, value end
  end
  event, value = voice.attend(core.now() + begin(text).seconds, names)
  if event then voice.hush() end
  return event, value
end

local function capital(text) return text:sub(1, 1):upper() .. text:sub(2) end

-- {side} and {other} become left and right.
function voice.fill(text, side)
  local other = side == "left" and "right" or side == "right" and "left" or side
  return capital((text:gsub("{side}", side):gsub("{other}", other)))
end

-- The sentences of a text, for sites and stretches that have no spoken lines of their own.
function voice.sentences(text)
  local list = {}
  for sentence in text:gmatch("[^.!?;]+[.!?;]?") do
    local clean = sentence:gsub("^%s+", ""):gsub(";$", ".")
    if clean ~= "" then list[#list + 1] = { capital(clean), pause = 2.5 } end
  end
  return list
end

local ones = { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
               "fifteen", "sixteen", "seventeen", "eighteen", "nineteen" }
local tens = { "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety" }

-- 1 to 99 as words.
function voice.number(n)
  if n < 20 then return ones[n] end
  local rest = n % 10
  return tens[n // 10] .. (rest > 0 and "-" .. ones[rest] or "")
end

-- The verb.
local say_rules = {
  text = { "string", needed = true },
  wait = { "boolean" },
  on = { one_of = { "in", "hold_in", "out", "hold_out" } },
}

function voice.verb(given)
  local a = args.take("say", given, say_rules, { "text" })
  local length = voice.length(a.text)
  local turn = not a.on and a.wait == false and not voice.is_free() and book(a.text)
  local function speak()
    if a.on then
      local phase = run.clock and run.clock.next(a.on)
      if phase then
        local free = a.on == "out" and phase.seconds - 2 or phase.seconds
        if length > free then core.note(("say: '%s' takes %.1f s, the phase has %.1f s for it"):format(a.text, length, free)) end
        core.wait_until(phase.at)
      end
    end
    voice.say(a.text, turn or nil)
  end
  if a.wait ~= false then
    speak()
  elseif not a.on and not turn then
    begin(a.text)
  else
    core.spawn(speak)
  end
  return { seconds = length }
end

return voice
