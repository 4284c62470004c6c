#!/bin/sh
# check: each kind of finding at its line, nothing where nothing is wrong, exit codes, JSON, --watch.
. "$1/tests/cli/ground"

# finds CODE LINE WORDS: the routine in the file t.lua has this finding
finds() {
    must 1 check ./t.lua
    grep -qE "^\./t\.lua:$2: .*\[$1\]$" out || failed "no [$1] at line $2: $(cat out)"
    says out "$3"
}

# routine LINES...: t.lua with these as the body of play, from line 5 on
routine() {
    {
        printf 'return {\n  title = "A test",\n  params = { side = { "both", "left" } },\n  play = function(with)\n'
        printf '%s\n' "$@"
        printf '  end,\n}\n'
    } >t.lua
}

must 0 check upper-trapezius suboccipitals coherent-breathing
same "$(grep -c ': good$' out)" 3 "the shipped routines"

routine 'bell()' 'wait(2)' 'say "That is all."'
must 0 check ./t.lua
same "$(cat out)" "./t.lua: good" "a small routine"

routine 'bell()' 'tone {'
finds error 7 "unexpected symbol"
routine 'bell()' 'wait(nil + 1)'
finds error 6 "arithmetic"
routine 'belll()'
finds error 5 "did you mean 'bell'?"
routine 'bell { herz = 300 }'
finds error 5 "it has"
routine 'bell()' 'clip "gone.wav"'
finds file 6 "gone.wav"
routine 'wait(4000)'
must 1 check ./t.lua
says out "[cap]"
routine 'say "It may help you. This cures everything."'
finds words 5 "nothing is promised"
routine 'say "Secure your health and keep still."' 'wait(1)'
must 0 check ./t.lua
routine 'say "Put seven small red balls under each of your two feet and then lie down and rest now."'
finds long 5 "words in one sentence"
routine 'say "Rest for 30 seconds."'
finds digits 5 'write "30" in words'
routine 'say "Rest a moment or two here."' 'wait(9)' 'say "Rest a moment or two here."'
finds again 7 "the same line again"
routine 'breathe { "calm-46", cycles = 9, every = 2, lines = { "Let the whole body be as wide and heavy as the floor." } }'
finds slot 5 "ms too long for its place"
routine 'together(function() breathe { "calm-46", cycles = 3, words = false } end,' \
    'function() wait(8.6) say { "Right over the end.", wait = false } end)' 'wait(2)'
finds out-breath 6 "out-breath"
routine 'bell()' 'wait(100)' 'bell()'
must 1 check ./t.lua
says out "for 9"
says out "[silence]"
routine 'press { "upper-trapezius", "left", seconds = 120, level = 9 }' 'press { "upper-trapezius", "right", seconds = 20 }'
finds hold-cap 5 "90 a hold may last"
finds ceiling 5 "above the ceiling"
finds sides 5 "make them the same"
routine 'press { "upper-trapezius", "left" }'
finds sides 5 "on one side only"
routine 'press { "upper-trapezius", "left", lines = { caution = {} } }' 'press { "upper-trapezius", "right" }'
finds caution 5 "without its caution"
routine 'local s = span { "suboccipitals", "mid", level = 3 }' 'for _ = 1, 2 do bell() wait(6) end' 'cut(s)'
finds lead-in 5 "find"
finds caution 5 "say the caution"
finds release 7 "release()"
routine 'find "suboccipitals"' 'say "Stay under the skull, off the neck bones."' 'span { "suboccipitals", "mid", level = 3 }' 'bell() wait(6)'
finds release 7 "never let go"
routine 'bell()' 'if with.side == "right" then' '  step "Never"' 'end' '-- step' 'wait(2)'
finds unreachable 7 "never reached"
routine 'bell()' 'if with.side == "left" then' '  local x = nil + 1' 'end'
finds error 7 "(with side = left)"
routine 'bell()' 'if listen { seconds = 30, "next" } then' '  wait(nil)' 'end'
finds error 7 "when 'next' comes at"

printf 'return {\n  title = "Relief for migraine",\n  minutes = { 2, 40 },\n  play = function()\n    settle()\n  end,\n}\n' >t.lua
finds words 2 "no illness"
finds minutes 3 "can last"

printf 'return {\n  title = "A test",\n  minutes = { 9 },\n  play = function()\n    bell()\n    breathe { "calm-46", cycles = 4 }\n  end,\n}\n' >t.lua
finds promise 3 "as written it lasts"
routine 'press { "sternocleidomastoid", "left" }'
finds off-by-default 5 "for those who have asked for it"
routine 'for _ = 1, 3 do' '  press { "suboccipitals", seconds = 60, times = 2 }' 'end'
finds spot-cap 6 "180"
routine 'breathe { "relax-478", cycles = 30 }'
finds cycles 5 "cycles at most"
routine 'spawn(function() wait(9000) end)' 'bell()'
must 0 check ./t.lua

run check ./t.lua ./none.lua
same "$code" 1 "one that is not there"
says err "none.lua"
says out "t.lua: good"
must 2 check
routine 'say "This cures everything."'
must 1 check --json ./t.lua
"$json_ok" <out >/dev/null || failed "not JSON: $(cat out)"
says out '"code": "words"'
must 2 check --json --watch ./t.lua

# --watch: a verdict on each save, until Ctrl-C
routine 'bell()'
"$unknot" check --watch ./t.lua >seen 2>&1 </dev/null &
watching=$!
waits_for() {
    for _ in $(seq 400); do
        grep -q "$1" seen && return
        sleep 0.05
    done
    failed "no \"$1\" after a save: $(cat seen)"
}
waits_for "good as written"
waits_for "good with all settings"
routine 'belll()'
waits_for "did you mean"
kill -INT "$watching"
wait "$watching"
same "$?" 130 "--watch after Ctrl-C"
finish
