-- voice.lua - one voice: phrases take turns, whichever thread speaks, with a short breath between them.

local sound = need("sound")
local voice = {}

local breath = 0.25    -- seconds between two phrases
local tiny = 1e-6      -- times are whole nanoseconds inside: a wake-up may lie a hair before the number it was asked for
local free_at = 0      -- when the next phrase may begin, after all that have booked their turn
local booked = 0       -- phrases that wait for their turn
local current = nil    -- the phrase that began last: its sound and its end
local reply = nil      -- an answer that has not begun: its thread and when it does
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

-- Books the next turn for a text; voice.say blocks until it has come.
function voice.book(text)
  local turn = math.max(core.now(), free_at)
  free_at = turn + voice.length(text) + breath
  booked = booked + 1
  return turn
end

local function wait_turn(turn)
  if turn > core.now() + tiny then core.wait_until(turn) end
  while reply or current and core.now() + tiny < current.ends + breath do -- after a hush
    if not reply then core.wait_until(current.ends + breath)
    elseif reply.at > core.now() then core.wait_until(reply.at) else core.wait(0) end
  end
  booked = booked - 1
end

-- Blocks until the text was spoken.
function voice.say(text, turn)
  wait_turn(turn or voice.book(text))
  local phrase = begin(text)
  core.wait(phrase.seconds)
  return phrase
end

-- Begins now, whoever speaks. Ends when the result says so, unless it is hushed: then voice.speaks(result) is false.
function voice.begin(text)
  begin(text)
  return current
end

function voice.speaks(phrase) return current == phrase end
function voice.free_at() return free_at end

-- Blocks while phrases wait for their turn.
function voice.drain()
  if booked > 0 or reply then core.wait_until(free_at) end
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
  if reply then
    core.cancel(reply.id)
    reply, free_at = nil, now + 0.15
  end
  if current and current.ends > now then
    sound.cut(current.sound, 0.08)
    current, free_at = nil, now + 0.15
  end
end

-- Says what was understood, at once; `gently`: when what is being said has ended. Blocks nothing; everyone else waits.
function voice.reply(text, gently)
  if reply or not gently then voice.hush() end
  local turn = math.max(core.now() + 0.15, gently and free_at or 0)
  free_at = turn + voice.length(text) + breath
  reply = { at = turn }
  reply.id = core.spawn(function()
    core.wait_until(turn)
    while current and core.now() + tiny < current.ends + breath do core.wait_until(current.ends + breath) end
    reply = nil
    begin(text)
  end)
end

-- Everything was silenced: whoever speaks next need not wait.
function voice.forget() current, reply, free_at = nil, nil, core.now() end

-- One of `count`, by the session's seed and by what it is for: no other choice, and no time, has a part in it. Seed 0 takes
-- the first, as written.
local function one_of(count, text)
  if core.seed == 0 or count < 2 then return 1 end
  local hash = core.seed & 0x7fffffff
  for i = 1, #text do hash = (hash * 33 + text:byte(i)) & 0x7fffffff end
  return (hash >> 7) % count + 1
end

local function capital(text) return text:sub(1, 1):upper() .. text:sub(2) end

-- {side} and {other} become left and right.
function voice.fill(text, side)
  local other = side == "left" and "right" or side == "right" and "left" or side
  return capital((text:gsub("{side}", side):gsub("{other}", other)))
end

-- Asks for the lengths of lines that may have to be said at once: then they are ready when they are.
function voice.expect(list, side)
  for _, line in ipairs(list or {}) do
    for _, text in ipairs(type(line) == "table" and line or { line }) do
      core.expect("phrase", side and voice.fill(text, side) or text)
    end
  end
end

local function wording(line) return type(line) == "table" and line[one_of(#line, line[1])] or line end

-- The text of a line: of several wordings, the one this session has.
function voice.words(line, side)
  if type(line) == "table" and #line > 1 then voice.expect({ line }, side) end
  local text = wording(line)
  return side and voice.fill(text, side) or text
end

-- A line of a list that was not said yet, else the one that was not said for longest; nil if all of them were said within the
-- last minute (unless `must`), or take longer than `room` seconds. Which of the new ones, the seed decides; or they come as
-- they are written, `in_order`.
function voice.pick(list, must, room, in_order)
  local best, new = nil, {}
  for _, line in ipairs(list or {}) do
    local text = wording(line)
    if not room or voice.length(text) <= room then
      if not said_at[text] then new[#new + 1] = text
      elseif not best or said_at[text] < said_at[best] then best = text end
    end
  end
  if #new > 0 then return new[in_order and 1 or one_of(#new, new[1])] end
  return best and (must or fresh(best, 60)) and best or nil
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

return voice
