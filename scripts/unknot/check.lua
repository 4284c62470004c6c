-- check.lua - finds what a routine should not do, and notes it with the author's line. `unknot check` reads the notes; what a
-- verb corrects by itself it notes where it does so. Nothing here is loaded when a routine is played.
--
-- It listens to what is planned, and judges at the end. The numbers are in limits.lua, the words in words.lua. Whether a phrase
-- is well made is only asked of those that stand in the author's script.

local body = need("body")
local limits = need("limits")
local words = need("words")
local check = {}

local phrases, breaths, spans = {}, {}, {} -- in order of time
local sounds = {} -- these and all tones, in order of time; beds are none
local cues = {}  -- id of a cue -> its entry
local steps = {} -- titles, for their words
local unplaced = {} -- text -> how many seconds too long for every place it was offered, and its line
local tiny = 1e-6

-- ---- listening ------------------------------------------------------------------------------------------------------

local function own(text) return core.checking:find(text, 1, true) ~= nil end

local function heard(given, id, seconds)
  local entry = { at = core.now(), seconds = seconds or math.huge, line = core.line(), text = given.text }
  entry.own = entry.text and own(entry.text)
  cues[id] = entry
  if given.kind == "phrase" then
    phrases[#phrases + 1] = entry
  elseif given.kind == "breath" then
    entry.phases = { table.unpack(given.phases) }
    breaths[#breaths + 1] = entry
  elseif given.bus == "bed" then
    return
  end
  sounds[#sounds + 1] = entry
end

local function listen_to_core()
  local cue, cut, span, close, mark = core.cue, core.cut, core.span, core.close, core.mark
  function core.cue(given)
    local id, seconds = cue(given)
    heard(given, id, seconds)
    return id, seconds
  end
  function core.cut(id, fade)
    cut(id, fade)
    local entry = cues[id]
    if entry then entry.seconds = math.min(entry.seconds, core.now() + (fade or 0) - entry.at) end
  end
  function core.span(point, side, level)
    local id = span(point, side, level)
    spans[id] = { at = core.now(), point = point, side = side, level = level, line = core.line() }
    return id
  end
  function core.close(id)
    close(id)
    local s = spans[id]
    s.seconds = s.seconds or core.now() - s.at
  end
  function core.mark(title, level)
    mark(title, level)
    steps[#steps + 1] = { text = title, line = core.line() }
  end
end

-- A line is offered a place many times: what counts is the one that came nearest to having room for it.
local function too_long(text, over)
  if not own(text) then return end
  local known = unplaced[text]
  if not known then unplaced[text] = { over = over, line = core.line() } else known.over = math.min(known.over, over) end
end

local function listen_to_voice()
  local voice = need("voice")
  local place, pick = voice.place, voice.pick
  function voice.place(text, latest)
    local done = place(text, latest)
    if text and not done and voice.is_free() then too_long(text, core.now() + voice.length(text) - latest) end
    return done
  end
  function voice.pick(list, must, room, in_order)
    for _, line in ipairs(room and list or {}) do
      local text = type(line) == "table" and line[1] or line
      if voice.length(text) > room then too_long(text, voice.length(text) - room) end
    end
    return pick(list, must, room, in_order)
  end
end

-- Before the library uses core, or the voice.
function check.listen()
  listen_to_core()
  listen_to_voice()
end

-- What is held by hand, with span and cut, has nobody else who sees to it that it is led into and let go.
function check.verbs(env)
  local press = need("press")
  local span, cut, release = env.span, env.cut, env.release
  local open, let_go = {}, -math.huge
  function env.span(given)
    local result = span(given)
    local s = spans[result.span]
    local known = press.known(s.point)
    if not known.found[s.side] then
      core.note("lead-in", ("span: nobody was led to %s: put find { \"%s\" } before it"):format(s.point, s.point))
    end
    if not known.cautioned and (body[s.point].say or {}).caution then
      core.note("caution", ("span: say the caution of %s before it is pressed first: \"%s\""):format(s.point, body[s.point].say.caution[1]
        [1] or body[s.point].say.caution[1]))
    end
    open[result.span] = s
    return result
  end
  function env.release(given)
    release(given)
    let_go = core.now()
  end
  function env.cut(result, fade)
    cut(result, fade)
    local s = type(result) == "table" and open[result.span]
    if s and let_go < s.at then core.note("release", "cut: pressure ends slowly: put release() before it") end
    if s then open[result.span] = nil end
  end
  function check.still_held()
    for _, s in pairs(open) do core.note("release", ("span: %s is never let go: end it with release() and cut"):format(s.point), s.line) end
  end
end

-- ---- judging --------------------------------------------------------------------------------------------------------

local function note(entry, code, format, ...) core.note(code, format:format(...), entry.line) end

local function count_words(text)
  local n = 0
  for word in text:gmatch("%S+") do
    if word:find("%w") then n = n + 1 end
  end
  return n
end

local function begins_so(text, rule)
  local from = 1
  while true do
    local at, to = text:find(rule.stem, from, true)
    if not at then return false end
    local whole = text:match("^%a*", to + 1)
    local fine = at > 1 and text:find("^%a", at - 1)
    for _, word in ipairs(rule.but or {}) do fine = fine or rule.stem .. whole == word end
    if not fine then return true end
    from = to + 1
  end
end

local function forbidden(entry, text, is_title)
  local low = text:lower()
  for _, rule in ipairs(words) do
    if (is_title or not rule.title) and begins_so(low, rule) then
      note(entry, "words", "\"%s\" must not be said (%s): say something like \"%s\". It stands in \"%s\"", rule.stem, rule.why, rule.say, text)
    end
  end
end

local function sentences(p)
  forbidden(p, p.text)
  if not p.own then return end
  local spoken, pauses = p.text:gsub("%[[%d.]+%]", "."), 0
  for seconds in p.text:gmatch("%[([%d.]+)%]") do pauses = pauses + (tonumber(seconds) or 0) end
  for sentence in spoken:gmatch("[^.!?;:]+") do
    local n = count_words(sentence)
    if n > limits.sentence_words then
      note(p, "long", "%.0f words in one sentence, %.0f are the most that can be followed with closed eyes: \"%s\"", n, limits.sentence_words, p.text)
    end
  end
  local digits = spoken:match("%d+")
  if digits then note(p, "digits", "write \"%s\" in words, as it shall be spoken: \"%s\"", digits, p.text) end
  local n = count_words(spoken)
  local rate = n / math.max(p.seconds - pauses, 0.1) * 60
  if n >= 6 and rate > limits.words_minute then
    note(p, "pace", "%.0f words a minute, %.0f are the most: say less, or say it in two phrases: \"%s\"", rate, limits.words_minute, p.text)
  end
end

local function repeated()
  local last = {}
  for _, p in ipairs(phrases) do
    local before = last[p.text]
    if before and p.own and p.at - before < limits.same_again and count_words(p.text) > 3 then
      note(p, "again", "the same line again after %.0f s: say it in other words, or leave it out: \"%s\"", p.at - before, p.text)
    end
    last[p.text] = p.at
  end
end

-- Speech over the last two seconds of an out-breath.
local function over_breath()
  for _, b in ipairs(breaths) do
    local out = b.at + b.phases[1] + b.phases[2]
    local to = out + b.phases[3]
    local from = math.max(out, to - limits.out_quiet)
    if b.at + b.seconds >= to and b.phases[3] > 0 then
      for _, p in ipairs(phrases) do
        if p.at + tiny >= to then break end
        if p.own and p.at + p.seconds > from + tiny then
          note(p, "out-breath", "it is spoken over the last %g seconds of an out-breath, by %.0f ms: say less, or begin it sooner: \"%s\"",
            limits.out_quiet, 1000 * (math.min(p.at + p.seconds, to) - math.max(p.at, from)), p.text)
        end
      end
    end
  end
end

-- How much of [from, to) is spoken over, and its longest stretch without a tone or a word.
local function sound_in(from, to)
  local spoken, quiet, till = 0, 0, from
  for _, e in ipairs(sounds) do
    if e.at >= to then break end
    local start, ends = math.max(e.at, from), math.min(e.at + e.seconds, to)
    if start < ends then
      quiet = math.max(quiet, start - till)
      till = math.max(till, ends)
      if e.text then spoken = spoken + ends - start end
    end
  end
  return spoken / math.max(to - from, tiny), math.max(quiet, to - till)
end

local function shares()
  local ends = core.now()
  local spoken, quiet = sound_in(0, ends)
  if ends > 60 and spoken > limits.speech_most then
    core.note("silence", ("%.0f %% of the routine is speech, %.0f %% is the most: leave pauses to do what is said"):format(spoken * 100,
      limits.speech_most * 100), 0)
  end
  if quiet > limits.quiet_most then
    core.note("silence", ("for %.0f s there is no tone and no word: after %.0f s a listener wonders whether it still runs"):format(quiet,
      limits.quiet_most), 0)
  end
  for _, s in ipairs(spans) do
    local in_hold, still = sound_in(s.at, s.at + s.seconds)
    if s.seconds >= 15 and in_hold > limits.speech_hold then
      note(s, "silence", "%.0f %% of this hold is spoken over, %.0f %% is the most", in_hold * 100, limits.speech_hold * 100)
    end
    if still > limits.silence_max then
      note(s, "silence", "for %.0f s of this hold there is no tone and no word, %.0f s are the most", still, limits.silence_max)
    end
  end
end

local function holds()
  local sums = {}
  for _, s in ipairs(spans) do
    s.seconds = s.seconds or core.now() - s.at
    local key = s.point .. " " .. s.side
    sums[key] = (sums[key] or 0) + s.seconds
    if s.seconds > limits.hold_max + 0.01 then
      note(s, "hold-cap", "a hold of %.0f s: %.0f are the most; let go sooner", s.seconds, limits.hold_max)
    end
    if sums[key] > limits.spot_max + 0.01 and sums[key] - s.seconds <= limits.spot_max then
      note(s, "spot-cap", "%s: more than %.0f s in one session", key, limits.spot_max)
    end
  end
end

-- Both sides get the same, unless one was asked for.
local function sides(with)
  local got = {}
  for _, s in ipairs(spans) do
    local of = got[s.point] or { left = { seconds = 0, level = 0 }, right = { seconds = 0, level = 0 }, line = s.line }
    got[s.point] = of
    if of[s.side] then
      of[s.side].seconds = of[s.side].seconds + s.seconds
      of[s.side].level = math.max(of[s.side].level, s.level)
    end
  end
  for point, of in pairs(got) do
    local l, r = of.left, of.right
    local one = (l.seconds > 0) ~= (r.seconds > 0)
    if one and (with.side == nil or with.side == "both") then
      note(of, "sides", "%s is pressed on one side only: use for side in sides() do ... end", point)
    elseif not one and math.abs(l.seconds - r.seconds) > 0.1 * math.max(l.seconds, r.seconds) then
      note(of, "sides", "%s is pressed %.0f s on the left and %.0f s on the right: make them the same", point, l.seconds, r.seconds)
    elseif not one and l.level ~= r.level then
      note(of, "sides", "%s is pressed at level %g on the left and %g on the right: make them the same", point, l.level, r.level)
    end
  end
end

local function slots()
  local said = {}
  for _, p in ipairs(phrases) do said[p.text] = true end
  for text, entry in pairs(unplaced) do
    if not said[text] and entry.over > 0.001 then
      note(entry, "slot", "it is never said, because it is %.0f ms too long for its place: shorten it: \"%s\"", math.ceil(entry.over * 1000), text)
    end
  end
end

-- When `play` has ended.
function check.finish(routine, with)
  holds()
  for _, p in ipairs(phrases) do sentences(p) end
  for _, s in ipairs(steps) do forbidden(s, s.text, true) end
  for _, field in ipairs { "title", "summary" } do
    if routine[field] then forbidden({ line = 0 }, routine[field], true) end
  end
  repeated()
  over_breath()
  shares()
  sides(with)
  slots()
  check.still_held()
end

return check
