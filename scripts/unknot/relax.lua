-- relax.lua - resting without pressing: leading attention through the body, and tensing a muscle to feel it let go.

local args = need("args")
local fit = need("fit")
local limits = need("limits")
local listener = need("listener")
local run = need("run")
local scans = need("scans")
local sound = need("sound")
local tensions = need("tensions")
local voice = need("voice")
local relax = {}

local moment = 2.5 -- between where attention goes and what there is to notice
local lets = { "And let it be.", "Leave it as it is.", "On a breath out, let it go its own way.", "It may stay just so." }
local no_easier = "Only what is easy. The rest can wait."
-- Said where a part has more time than its lines fill.
local wander = {
  "Thoughts drift. Come back when you notice.", "Nothing there? That is an answer too.", "Stay a little, without doing anything.",
  "If it is unpleasant here, rest with the breath.", "Only noticing. Nothing to mend.", "A sound, a thought, and back again.",
  "Softer attention, as if from far away.", "Let the breath come and go through it.", "Still here. There is time.",
  "Perhaps it has changed since a moment ago.", "Just this place, just now.", "Wide, or narrow. As you like.",
}

-- What a verb that goes round the body begins with: whether it is to be done at all.
local function wanted(a)
  if run.skipping or not fit.wants { more = a.more } then return false end
  listener.begin()
  need("guide").notice()
  return not run.skipping
end

-- Does `fn` for each side it is to be done on, one after the other; its second argument: whether there is another side to
-- change over to.
local function on_sides(entry, side, fn)
  if entry.side == "mid" then return fn("mid") end
  side = side or run.side or "mid"
  if side ~= "each" then return fn(side) end
  fn("left", true)
  if not run.skipping then fn("right") end
end

-- Whatever the listener does, one of these may be next.
local function expect_sides(list, entry)
  for _, side in ipairs(entry.side == "mid" and { "mid" } or { "left", "right" }) do voice.expect(list, side) end
end

-- The texts of those lines that a session of this size has.
local function texts_of(lines, side)
  local list = {}
  for _, line in ipairs(lines) do
    if type(line) == "string" or fit.wants(line) then list[#list + 1] = voice.words(line, side) end
  end
  return list
end

local function wandering()
  run.wandered = run.wandered % #wander + 1
  return wander[run.wandered]
end

-- What there is to say of a part: where attention goes, what may be noticed, what lets it be. On the other side, or later, it
-- begins shortly, and goes on with what was not said yet; then with what was.
local function words_for(a, entry, side)
  if a.lines then
    local list = texts_of(a.lines, side)
    local first = table.remove(list, 1)
    return first, list, table.remove(list)
  end
  local say, said = entry.say, run.scans[a.part]
  if not said and a.part == "whole-body" and run.scanned > 2 then said = #say.notice end -- its parts were, one by one
  if not said then
    return voice.words((side ~= "mid" and say.to_side or say.to)[1], side), texts_of(say.notice), voice.words(say.let[1])
  end
  local list, notice = texts_of(say.brief, side), texts_of(say.notice)
  for i = said + 1, #notice do list[#list + 1] = notice[i] end
  list[#list + 1] = wandering()
  for i = 1, math.min(said, #notice) do list[#list + 1] = notice[i] end
  return table.remove(list, 1), list, voice.pick(lets, true)
end

-- Those of them that are said within `total` seconds, and the quiet behind each: behind the first there is only a moment, when
-- something to notice follows. The more parts there were before, the fewer words; but no quiet is longer than it may be.
local function worded(first, notice, let, total)
  local least, most = limits.scan_pause[1], limits.scan_pause[2]
  local share = limits.scan_share[1] + (limits.scan_share[2] - limits.scan_share[1]) * math.min(1, run.scanned / 10)
  local list, spoken, count = { first }, voice.length(first), notice[1] and 0 or 1
  local function quiet(text) -- with this text added
    local left = total - spoken - (notice[1] and moment or 0)
    return text and (left - voice.length(text)) / (count + 1) or left / math.max(1, count)
  end
  local function add(text)
    if text then spoken, count = spoken + voice.length(text), count + 1 end
  end
  list[2] = notice[1]
  add(notice[1])
  if let and quiet(let) < least then let = nil end
  add(let)
  for i = 2, #notice do
    if quiet(notice[i]) < least or spoken + voice.length(notice[i]) > share * total then break end
    list[#list + 1] = notice[i]
    add(notice[i])
  end
  while quiet() > most do
    local text = notice[#list] or wandering()
    list[#list + 1] = text
    add(text)
  end
  local said = #list - 1
  list[#list + 1] = let
  return list, quiet(), notice[1] and moment, math.min(said, #notice)
end

-- The lines with their quiet, which grows a little from one to the next: as long as was asked for, whatever the lines are.
local function paused(texts, quiet, opening)
  local list, n = {}, #texts - (opening and 1 or 0)
  local least, most = limits.scan_pause[1], limits.scan_pause[2]
  local spread = quiet > 0 and math.max(0, math.min(0.15, most / quiet - 1, 1 - least / quiet)) or 0
  for i, text in ipairs(texts) do
    local at = opening and i - 2 or i - 1
    local weight = n > 1 and 1 + spread * (2 * at / (n - 1) - 1) or 1
    list[i] = { text, pause = at < 0 and opening or math.max(0, quiet * weight), exact = true }
  end
  return list
end

local function scan_once(a, entry, side, seconds, other)
  local first, notice, let = words_for(a, entry, side)
  if not first then return end
  local list, quiet, opening, said = worded(first, notice, let, seconds)
  run.scans[a.part] = (run.scans[a.part] or 0) + said
  run.scanned = run.scanned + 1
  listener.lines(paused(list, quiet, opening), { next = true, switch = other, easier = function() voice.reply(no_easier) end })
end

local scan_rules = {
  part = { "string", needed = true }, side = { one_of = { "left", "right", "mid", "each" } }, seconds = { "number", 10, 1800 },
  lines = { "lines" }, more = { "number", 0, 4 },
}

function relax.scan(given)
  local a = args.take("scan", given, scan_rules, { "part", "side" })
  local entry = args.entry("scan", "part", a.part, scans)
  if a.lines and #a.lines == 0 then core.blame("scan: 'lines' has nothing to say") end
  if not wanted(a) then return end
  for _, list in ipairs { { no_easier }, wander, lets } do voice.expect(list) end
  local both = (a.side or run.side or "mid") == "mid"
  for name, list in pairs(a.lines and { a.lines } or entry.say) do
    if entry.side == "mid" or name ~= (both and "to_side" or "to") then expect_sides(list, entry) end
  end
  local sides = a.side == "each" and entry.side ~= "mid" and 2 or 1
  local seconds = fit.scan(a.seconds or sides * entry.seconds) / sides
  on_sides(entry, a.side, function(side, other)
    scan_once(a, entry, side, seconds, other)
    run.last = function() scan_once(a, entry, side, seconds) end
  end)
end

-- How strong, in words: a hint in gentle mode or when less was asked for, else half of what one could.
local strength = {
  { "Only a hint of it.", "Barely firm is enough.", "Just so that you feel it." },
  { "Half strength is plenty.", "About half of what you could.", "Firm, and no firmer." },
}
local once_more = { "Once more. Breathe in.", "The same again, on a breath in.", "And again, breathing in." }
local release = { "And let go.", "Let it go.", "And soften.", "Now let all of it go." }
local compare = { "Notice the difference.", "A little more, with each breath out.", "Still letting go.", "There is nothing left to do here.",
                  "Let it be as heavy as it is.", "Compare it with before." }
local off = { "Let go of all of it." }
local expected = { "Once more after this.", "That is enough here.", "As light as can be.", "Lighter this time.",
                   "That is long enough here.", off[1], "Welcome back.", "Take your time." }

-- A level less, for all groups from now on. Whether there was one.
local function softer()
  local had = run.tension > 1
  run.tension = 1
  voice.reply(had and "Lighter this time." or "As light as can be.")
  return had
end

-- What the events mean in a round of `t`; `more` has what is particular to the moment.
local function answers(t, more)
  local all = {
    next = true, switch = t.other, easier = function() softer() end,
    again = function()
      if t.rounds == t.round and t.rounds < limits.tense_times then t.rounds = t.rounds + 1 end
      voice.reply(t.rounds > t.round and "Once more after this." or "That is enough here.")
    end,
  }
  for event, answer in pairs(more or {}) do all[event] = answer end
  return all
end

-- The word before the tension, which begins half a second later, with the in-breath. Returns what ended it.
local function breathe_in(t)
  voice.wait_free()
  voice.place(voice.fill(voice.pick(t.round > 1 and once_more or t.say.go, true, nil, true), t.side), math.huge)
  local what = listener.wait(core.now() + 0.5, listener.answering(answers(t, { resumed = true })))
  if what then voice.hush() end
  return what
end

-- One in-breath under tension; a stop in it says to let go. Returns what ended it early.
local function tighten(t)
  local ends = core.now() + t.seconds
  local on = listener.answering(answers(t, {
    resumed = true, ready = function() end,
    longer = function() voice.reply("That is long enough here.") end,
    easier = function() return not softer() and "next" or nil end,
  }))
  run.pressed = { say = { off = off } }
  sound.rising()
  t.swell = sound.swell { t.seconds, 0, t.out, 0 }
  local what = listener.wait(ends - 0.5, on)
  if what then
    voice.hush()
    sound.cut(t.swell, 0.8)
    if what ~= "resumed" then voice.reply(release[1]) end
  else
    voice.place(voice.pick(release, true), math.huge)
    what = listener.wait(ends, on)
  end
  run.pressed = nil
  return what
end

-- Letting go, with a word or two; returns what ended it early.
local function let_go(t, seconds)
  local ends, what = core.now() + seconds, nil
  local on = listener.answering(answers(t, {
    ready = true, resumed = function() voice.reply("Welcome back.") end,
    longer = function()
      ends = listener.longer(ends, core.now())
      voice.reply("Take your time.")
    end,
  }))
  sound.falling()
  for i, at in ipairs { core.now() + t.out + 0.2, core.now() + t.out + 8 } do
    if at < ends and not what and (i == 1 or run.tensed < 5) then
      what = listener.wait(at, on)
      local text = voice.pick(t.say.let, false, nil, true) or voice.pick(compare)
      if not what and text then voice.place(voice.fill(text, t.side), ends) end
    end
  end
  while not what and core.now() + 1e-6 < ends do what = listener.wait(ends, on) end
  if what then voice.hush() end
  return what
end

-- Tensing and letting go; after a long pause in the tension, the way into it comes first.
local function round(t)
  local what
  repeat
    if what then
      voice.reply("Welcome back.")
      what = listener.lines(t.brief, answers(t, { resumed = "restart", again = function() return "restart" end }), t.side)
    end
    what = what or breathe_in(t)
    if what == "next" or what == "switch" then return what end
    what = what or tighten(t)
  until what ~= "resumed"
  if what == "switch" then let_go(t, t.out) return what end -- nothing stays tense
  return let_go(t, t.rest)
end

local function tense_once(t)
  local what
  repeat
    t.round = t.round + 1
    what = round(t)
  until what and what ~= "ready" or t.round >= t.rounds
  run.tensed = run.tensed + 1
end

local function tense_side(a, entry, side, other)
  local t = { say = entry.say, side = side, other = other, round = 0, rounds = fit.rounds(math.floor(a.times or 1), entry.light) }
  local gentle = run.mode == "gentle"
  if gentle then run.tension = 1 end
  t.seconds = math.min(a.seconds or limits.tense[2] - 1, gentle and limits.tense[1] or limits.tense[2])
  t.out, t.rest, t.brief = 6, fit.let_go(a.rest or limits.let_go_default), entry.say.brief
  local known = run.tensions[a.group]
  if not known then listener.lines(entry.say.caution or {}, listener.locked) end
  run.tensions[a.group] = true
  if run.skipping then return end
  local into = { table.unpack(known and t.brief or a.lines or entry.say.into) }
  local strong = not entry.light and (run.tensed < 4 or run.tension == 1) and voice.pick(strength[run.tension])
  into[#into + 1] = strong and { strong, pause = 1 } or nil
  local what = listener.lines(into, answers(t, { resumed = "restart", again = function() return "restart" end }), side)
  if not what then tense_once(t) end
  run.last = function()
    if t.rounds >= limits.tense_times then return voice.reply("That is enough here.") end
    t.rounds = t.rounds + 1
    tense_once(t)
  end
end

local tense_rules = {
  group = { "string", needed = true }, side = { one_of = { "left", "right", "mid", "each" } }, seconds = { "number", 5, 7 },
  rest = { "number", 20, 30 }, times = { "number", 1, 3 }, lines = { "lines" }, more = { "number", 0, 4 },
}

function relax.tense(given)
  local a = args.take("tense", given, tense_rules, { "group", "side" })
  local entry = args.entry("tense", "group", a.group, tensions)
  if not wanted(a) then return end
  for _, list in ipairs { expected, strength[1], strength[2], once_more, release, compare } do voice.expect(list) end
  for _, list in pairs(entry.say) do expect_sides(list, entry) end
  on_sides(entry, a.side, function(side, other) tense_side(a, entry, side, other) end)
end

return relax
