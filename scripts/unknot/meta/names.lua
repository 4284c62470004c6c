---@meta _
-- names.lua - for editors and the reference: the names that verbs take, and what a routine says of itself.
-- It is never run. Of a field stands, before the colon, what it takes and, in brackets, what holds when it is left out.

---What a routine's file returns. A file that begins `---@type unknot.routine` and `local routine = {` is completed and
---checked by the editor; it ends with `return routine`.
---@class unknot.routine
---@field title string needed: what the routine is called
---@field play fun(with: unknot.settings) needed: what happens. It is given the settings
---@field summary? string (none): one sentence, for `unknot list`
---@field region? string (none): the part of the body, as "neck"
---@field tools? string[] (none): what it takes, as { "cane", "pinch" }
---@field points? unknot.point[] (none): the points it presses
---@field minutes? number[] over 0 to 1800 min (as it comes): the lengths it is made for, as { 4, 8 }. `--minutes` may ask for others in between
---@field params? table<string, string[]> (none): its settings: each name with its values, the first of which is the default, as { side = { "both", "left", "right" } }
---@field cap? number over 0 to 1800 min (60): the most it may last

---What `play` is given: each setting of `params` with the value that was chosen, as with.side. `mode` and `explain` are
---understood by the verbs themselves, whether they stand in `params` or not.
---@class unknot.settings
---@field mode? "standard"|"gentle"|"firm" (standard): how strong
---@field explain? "switch" (nothing): tells how one switch is used
---@field side? string (as in params): usually "both", "left" or "right", for `sides`
---@field [string] string any other setting of `params`

---@alias unknot.line string|unknot.line_with

---Where a verb takes `lines`, each of them is a text, or a text with what belongs to it.
---
---    settle { lines = { "Let the shoulder hang.", { "Slide slowly along it.", pause = 3, more = 1 } } }
---@class unknot.line_with
---@field [1] string the text
---@field pause? number 0 to 600 s (0.4): the quiet after it
---@field more? boolean|number 0 to 4 (always): said only from this length of the session on: 0 is the shortest, 2 as written, 4 the longest; true is 2
---@field less? number 0 to 5 (never): left out from this length on, where 5 is never

---To `press`, lines are given by moment: each is a list, said instead of the point's own words. Of most lists one line is
---said, the one that was not heard for longest.
---
---    press { "upper-trapezius", "left", lines = { hold = { "Soft jaw.", "Heavy hand." } } }
---@class unknot.moments
---@field caution? unknot.line[] before the first hold of a spot; nothing skips it
---@field press? unknot.line[] how firmly; {level} in it becomes the level
---@field press_gentle? unknot.line[] the same in gentle mode, without numbers
---@field sink? unknot.line[] as the pressure goes in, on an out-breath
---@field hold? unknot.line[] reminders while it is held
---@field check? unknot.line[] whether it eases, after fifteen seconds
---@field easier? unknot.line[] when less pressure is asked for
---@field again? unknot.line[] before the next hold
---@field leave? unknot.line[] before the last of several holds
---@field release? unknot.line[] letting go, on an out-breath
---@field let_go? unknot.line[] the same where there is less time
---@field rest? unknot.line[] between two holds
---@field done? unknot.line[] after the last hold
---@field off? unknot.line[] when the listener stops in the middle of a hold

---@alias unknot.side "left"|"right"|"mid"

---What the listener may do, and `listen` may wait for.
---@alias unknot.event
---| "next" # let go, or go on
---| "again" # once more
---| "longer" # a little longer
---| "easier" # less pressure
---| "harder" # a little more pressure
---| "switch" # over to the other side
---| "ready" # no more waiting
---| "rate" # a number from 0 to 10
---| "resumed" # the session goes on after a long pause

---The breaths.
---@alias unknot.breath
---| "natural" # one's own pace, without tones
---| "soft-34" # in 3, out 4: to begin with, or when short of breath
---| "calm-46" # in 4, out 6: the usual one during holds
---| "even-5" # in 5, out 5
---| "coherent-55" # in 5.5, out 5.5
---| "long-48" # in 4, out 8: bedtime
---| "box-4444" # in 4, hold 4, out 4, rest 4: focus; never in gentle mode
---| "relax-478" # in 4, hold 7, out 8: evening, four times at most; never in gentle mode
---| "sigh" # in 3 with a sip on top, a long sigh out of 7
---| "contract-55" # 5 pressing gently on the in-breath, 5 letting go

---The points. What is known of each stands in `unknot/body.lua`.
---@alias unknot.point
---| "suboccipitals" # the muscles under the ridge of the skull, both sides at once
---| "upper-trapezius" # the roll between neck and shoulder tip

---The stretches and movements, of `unknot/stretches.lua`.
---@alias unknot.stretch
---| "chin-tuck-nod" # a small nod with the chin back
---| "neck-side-tilt" # ear toward the shoulder
---| "neck-turn-slow" # turning the head slowly
---| "shoulder-rolls" # both shoulders, up, back and down

---What a sound gives back, for `cut`.
---@class unknot.sound
---@field id integer which sound it is
---@field seconds? number how long it lasts; nil when it lasts until it is cut

---What `span` gives back, for `cut`.
---@class unknot.span
---@field span integer which span it is

---What `say` gives back.
---@class unknot.said
---@field seconds number how long the phrase is
