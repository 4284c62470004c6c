---@meta _
-- verbs.lua - for editors and the reference: every verb, what it takes, its units, and an example.
-- It is never run. Of a field stands, before the colon, what it takes and, in brackets, what holds when it is left out.

-- Time and threads

---Waits, exactly. It is never stretched; `rest` is.
---
---    wait(2.5)
---@param seconds number needed, 0 s or more: how long
function wait(seconds) end

---A pause that gives with the minutes asked for.
---
---    rest(8)
---@class unknot.rest
---@field [1]? number = seconds
---@field seconds? number 0 to 3600 s (5): how long, as written
---@param given? number|unknot.rest
function rest(given) end

---The seconds since the start of the session.
---
---    local start = now()
---@return number seconds
function now() end

---Waits for one of these events, or for any of them when none is named. Gives back its name and its value, or nil when the
---time is up.
---
---    local event, value = listen { seconds = 5, "next", "longer" }
---@class unknot.listen
---@field [integer] unknot.event the events
---@field seconds? number 0 to 86400 s (no end): how long to wait
---@param given? unknot.event|unknot.listen
---@return unknot.event? event
---@return number? value
function listen(given) end

---Starts a thread beside this one, which goes on at once. What comes behind the function is handed to it.
---
---    local thread = spawn(function() wait(3) bell() end)
---@param fn fun(...) what it does
---@param ... any
---@return integer thread
function spawn(fn, ...) end

---Waits until these threads have ended.
---
---    join(spawn(function() wait(3) end))
---@param thread integer what `spawn` gave back
---@param ... integer
function join(thread, ...) end

---Does several things at once, and goes on when all have ended.
---
---    together(function() breathe { cycles = 3 } end, function() wait(4) bell() end)
---@param ... fun()
function together(...) end

---A number by chance: from 0 to 1, or a whole one up to `m`, or from `m` to `n`. They are the same whenever the routine is
---planned with the same seed.
---
---    wait(random(4, 8))
---@param m? integer
---@param n? integer
---@return number
function random(m, n) end

-- Sounds: they start now and block nothing

---A tone.
---
---    tone { kind = "bowl", hz = 200, seconds = 8, db = -24 }
---@class unknot.tone
---@field kind? "sine"|"bell"|"bowl"|"chime"|"binaural"|"isochronic"|"noise"|"breath" (sine): what sounds; or the name of a source that is installed
---@field hz? number 10 to 20000 Hz (sine 440, bell 660, bowl 220, chime 1320, others 200): how high
---@field seconds? number over 0 s (sine 0.1, bell 6, bowl 12, chime 2, others until they are cut): how long
---@field db? number -120 to 12 dB (-18; noise and breath -30; binaural and isochronic -36): how loud; 0 is full scale
---@field pan? number -1 to 1 (0): -1 is left, 1 is right
---@field beat? number 0.1 to 100 Hz (6): the beat of binaural and isochronic
---@field colour? "white"|"pink"|"brown" (pink): of noise
---@field fade_in? number 0 to 3600 s (0.005; noise, binaural and isochronic 2): to full loudness
---@field fade_out? number 0 to 60 s (0.005; bell, bowl and chime 0.03; noise, binaural and isochronic 2): to silence, at its end
---@field phases? number[] (needed for breath): seconds of in, hold, out and rest, as { 4, 0, 6, 0 }
---@param given unknot.tone
---@return unknot.sound
function tone(given) end

---A recording of your own. Its result has the length in `.seconds`.
---
---    local words = clip { "hello.wav" } wait(words.seconds)
---@class unknot.clip
---@field [1]? string = file
---@field file? string needed: the sound file
---@field db? number -120 to 12 dB (0): how loud
---@field pan? number -1 to 1 (0): -1 is left, 1 is right
---@field fade_in? number 0 to 3600 s (0): to full loudness
---@field fade_out? number 0 to 60 s (0): to silence, at its end
---@param given string|unknot.clip
---@return unknot.sound
function clip(given) end

---A bell, a singing bowl or a chime.
---
---    bell { kind = "bowl", hz = 220 }
---@class unknot.bell
---@field kind? "bell"|"bowl"|"chime" (bell): what sounds
---@field hz? number 10 to 20000 Hz (330): how high
---@field seconds? number over 0 s (bell 6, bowl 12, chime 2): how long
---@field db? number -120 to 12 dB (-20): how loud
---@field pan? number -1 to 1 (0): -1 is left, 1 is right
---@param given? unknot.bell
---@return unknot.sound
function bell(given) end

---What sounds under everything else, until the next bed, `bed(false)` or the end. `bed()` is soft pink noise.
---
---    bed { colour = "brown", db = -44 }
---@class unknot.bed
---@field kind? "noise"|"loop"|"binaural"|"isochronic" (noise): what sounds; or the name of a source that is installed
---@field colour? "white"|"pink"|"brown" (pink): of noise
---@field db? number -120 to 12 dB (noise as loud in each colour, pink -42; loop -30, others -36): how loud
---@field file? string (needed for loop): the sound file that goes round and round
---@field hz? number 10 to 20000 Hz (200): how high binaural and isochronic are
---@field beat? number 0.1 to 100 Hz (6): their beat
---@field pan? number -1 to 1 (0): -1 is left, 1 is right
---@field fade_in? number 0 to 3600 s (3): to full loudness
---@field fade_out? number 0 to 60 s (3): to silence, at the end
---@param given? false|unknot.bed
---@return unknot.sound?
function bed(given) end

---Ends what `tone`, `clip`, `bell`, `bed` or `span` gave back.
---
---    local hum = tone { kind = "noise" } wait(20) cut(hum, 4)
---@param sound unknot.sound|unknot.span needed: what is to end
---@param fade? number 0 to 60 s (0.03): how long it takes to fall silent
function cut(sound, fade) end

-- Speaking

---Says a phrase, and goes on when it has ended. Phrases never overlap: the next one waits, whichever thread says it.
---
---    say { "Let the jaw be soft.", wait = false }
---@class unknot.say
---@field [1]? string = text
---@field text? string needed: the words
---@field wait? boolean (true): false goes on at once
---@field on? "in"|"hold_in"|"out"|"hold_out" (now): beside a `breathe`, waits for this phase of the breath
---@param given string|unknot.say
---@return unknot.said
function say(given) end

---Speaks lines one by one, each with the quiet after it, and hears the listener meanwhile.
---
---    tell { { "Brush the thigh with a flat hand.", pause = 6 }, "Let the hand rest." }
---@param lines unknot.line[] needed: what is said
function tell(lines) end

-- Guiding

---The beginning: the title is said, the notice, who should not press today, and how to stop.
---
---    welcome { "The tops of the shoulders.", position = { "Sit by a table." } }
---@class unknot.welcome
---@field [1]? string = title
---@field title? string needed: what is coming, in a sentence
---@field lines? unknot.line[] (none): said after the notice
---@field position? unknot.line[] (none): how to sit or lie, said last
---@field pressing? boolean (true): false when nothing is pressed: who should not press is left out
---@param given string|unknot.welcome
function welcome(given) end

---Arriving: a few lines, a few breaths.
---
---    settle { breath = "calm-46", cycles = 3 }
---@class unknot.settle
---@field breath? unknot.breath (calm-46): which breath
---@field cycles? number 1 to 100 (4): how many, as written
---@field lines? unknot.line[] (words for arriving): said before the breaths
---@param given? unknot.settle
function settle(given) end

---Breathing with tones: rising is in, falling is out.
---
---    breathe { "even-5", cycles = 6, lines = { "Soft belly." } }
---@class unknot.breathe
---@field [1]? unknot.breath = pattern
---@field pattern? unknot.breath (calm-46): which breath
---@field cycles? number 1 to 500 (6): how many, as written
---@field seconds? number 1 to 36000 s (by the cycles): how long, instead of `cycles`
---@field lines? unknot.line[] (none): said one at a time on an out-breath
---@field every? number 1 to 100 (3): a line comes once in so many cycles
---@field words? boolean (true): false for tones only
---@param given? unknot.breath|unknot.breathe
function breathe(given) end

---Leads to a spot, by touch, with the point's own words or with yours.
---
---    find { "upper-trapezius", "left" }
---@class unknot.find
---@field [1]? unknot.point = point
---@field [2]? unknot.side = side
---@field point? unknot.point needed: where to
---@field side? unknot.side (that of `sides`): which side
---@field lines? unknot.line[] (the point's own): said instead
---@param given unknot.point|unknot.find
---@param side? unknot.side
function find(given, side) end

---Presses a spot, with all that a good coach does: the caution, getting into place, holds that begin on an out-breath,
---reminders, letting go, rests. No routine passes the ceiling of a point or `unknot/limits.lua`; what was made less is shown
---as a note by `unknot plan`.
---
---    press { "upper-trapezius", "left", seconds = 25, times = 2, level = 5 }
---@class unknot.press
---@field [1]? unknot.point = point
---@field [2]? unknot.side = side
---@field point? unknot.point needed: what is pressed
---@field side? unknot.side (that of `sides`): which side
---@field seconds? number 1 to 3600 s (the point's own): how long a hold is; kept within the limits
---@field breaths? number 1 to 100 (by the seconds): how long a hold is, in breaths
---@field times? number 1 to 100 (the point's own): how many holds; kept within the limits
---@field level? number 1 to 10 (4; tender points less): how firmly; never above the point's ceiling
---@field breath? unknot.breath (the point's own): what is breathed meanwhile
---@field lines? unknot.moments (the point's own): said instead, by moment
---@param given unknot.point|unknot.press
function press(given) end

---Letting go: a bell and words. For what you hold by hand; `press` does it by itself.
---
---    release { seconds = 5 }
---@class unknot.release
---@field seconds? number 1 to 30 s (4): how long it takes at least
---@field lines? unknot.line[] (words for letting go): said instead
---@param given? unknot.release
function release(given) end

---A stretch, held in breaths and eased out of.
---
---    stretch { "neck-side-tilt", "left", seconds = 20 }
---@class unknot.stretching
---@field [1]? unknot.stretch = stretch
---@field [2]? unknot.side = side
---@field stretch? unknot.stretch (needed, unless there is a point): which one
---@field point? unknot.point (none): the place it follows, whose own stretch it is
---@field side? unknot.side (that of `sides`, else mid): which side
---@field seconds? number 5 to 60 s (the stretch's own): how long, as written
---@field times? number 1 to 10 (1): how often
---@field lines? unknot.line[] (the stretch's own): the way into it, said instead
---@param given unknot.stretch|unknot.stretching
function stretch(given) end

---The same as `stretch`, for what is a movement rather than a stretch.
---
---    move { "shoulder-rolls" }
---@param given unknot.stretch|unknot.stretching
function move(given) end

---Leads attention to a part of the body, with long quiet between the words. The first parts of a session get more words, the
---other side goes on where the first one stopped.
---
---    scan { "feet", "each", seconds = 90 }
---@class unknot.scanning
---@field [1]? unknot.scan = part
---@field [2]? "left"|"right"|"mid"|"each" = side
---@field part? unknot.scan needed: where to
---@field side? "left"|"right"|"mid"|"each" (that of `sides`, else mid): which side; mid is both at once, each is one after the other
---@field seconds? number 10 to 1800 s (the part's own): how long in all, as written
---@field lines? unknot.line[] (the part's own): said instead, as many as there is time for; the last one lets the part be
---@field more? number 0 to 4 (always): left out of the shorter versions of a session, as with a line
---@param given unknot.scan|unknot.scanning
function scan(given) end

---Tenses a group of muscles on an in-breath, at half strength, and lets go for much longer. In gentle mode only a hint.
---
---    tense { "hand", "each" }
---@class unknot.tensing
---@field [1]? unknot.tension = group
---@field [2]? "left"|"right"|"mid"|"each" = side
---@field group? unknot.tension needed: which one
---@field side? "left"|"right"|"mid"|"each" (that of `sides`, else mid): which side; mid is both at once, each is one after the other
---@field seconds? number 5 to 7 s (6; gentle mode 5): how long it is tensed
---@field rest? number 20 to 30 s (25): how long it lets go, as written
---@field times? number 1 to 3 (1): how often, as written
---@field lines? unknot.line[] (the group's own): the way into it, said instead
---@field more? number 0 to 4 (always): left out of the shorter versions of a session, as with a line
---@param given unknot.tension|unknot.tensing
function tense(given) end

---Says where nothing is ever pressed, region by region.
---
---    never { "neck" }
---@class unknot.never
---@field [1]? string = region
---@field region? "head"|"face"|"neck"|"shoulder"|"chest"|"back"|"belly"|"arm"|"hip"|"thigh"|"knee"|"leg"|"foot"|"anywhere" needed: which region
---@param given string|unknot.never
function never(given) end

---Asks for a number from 0 to 10, and gives it back, or nil. What was asked before and after, `finish` compares.
---
---    rate { "How tense is the neck, zero to ten?", point = "suboccipitals", when = "before" }
---@class unknot.rate
---@field [1]? string = text
---@field text? string (a question by `when`): the question
---@field seconds? number 1 to 60 s (8): how long to wait for the answer
---@field point? unknot.point (the last one): what it is about
---@field when? "before"|"after" (by what was done): whether it is asked before pressing or after
---@field more? number 0 to 4 (always): left out of the shorter versions of a session, as with a line
---@param given? string|unknot.rate
---@return number? answer
function rate(given) end

---For a loop: left, then right, with a chime between. The verbs inside know the side.
---
---    for side in sides "both" do step(side) find "upper-trapezius" end
---@param which? "both"|"left"|"right" (both): which sides
---@return fun(): unknot.side?
function sides(which) end

---The end: a test of how it feels now, after-care, a slow return, a bell.
---
---    finish { test = { "Turn the head slowly, left and right." } }
---@class unknot.finish
---@field test? false|unknot.line[] (by the point): what to try; false for nothing
---@field lines? unknot.line[] (none): said before the slow return
---@param given? unknot.finish
function finish(given) end

-- Steps and spans

---Begins a part of the session: a chapter, and what the status line shows.
---
---    step "Left side"
---@class unknot.step
---@field [1]? string = title
---@field title? string needed: what it is called
---@param given string|unknot.step
function step(given) end

---The same with a level.
---
---    mark { "Second hold", level = 2 }
---@class unknot.mark
---@field [1]? string = title
---@field title? string needed: what it is called
---@field level? number 1 to 3 (1): 1 is a part, 2 a step in it, 3 a question
---@param given string|unknot.mark
function mark(given) end

---Says that something is pressed from now on, until `cut`. `press` does it by itself.
---
---    local held = span { "upper-trapezius", "left", level = 4 } wait(20) cut(held)
---@class unknot.spanning
---@field [1]? unknot.point = point
---@field [2]? unknot.side = side
---@field point? unknot.point needed: what is pressed
---@field side? unknot.side (mid): which side
---@field level? number 1 to 10 (the point's ceiling): how firmly; never above the point's ceiling
---@param given unknot.point|unknot.spanning
---@return unknot.span
function span(given) end
