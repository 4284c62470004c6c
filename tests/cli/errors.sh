#!/bin/sh
# What cannot be done: one sentence, exit 1 (2 where the words are wrong), nothing left behind.
. "$1/tests/cli/ground"
write_short

refuses() {
    wanted_code=$1
    words=$2
    shift 2
    must "$wanted_code" "$@"
    one_sentence
    says err "$words"
}

refuses 1 "upper-trapezius" plan uper-trapezius
refuses 1 "no-such" play no-such --sink null
refuses 1 "nowhere.lua" plan ./nowhere.lua
refuses 1 "unknot: " plan .
refuses 2 "rate" plan ./short.lua --rate 100
refuses 1 "no-such-sink" play ./short.lua --sink no-such-sink
refuses 1 "unknot: " devices --sink no-such-sink
refuses 2 'no step of ./short.lua begins with "Third"' render ./short.lua --from Third -o a.wav
refuses 2 "is after the end" render ./short.lua --from 9:00 -o a.wav
refuses 1 "nowhere.journal" plan ./short.lua --journal nowhere.journal
refuses 2 "a.nothing" render ./short.lua -o a.nothing
refuses 1 "unknot: " render ./short.lua -o no/such/folder/a.wav
mkdir folder.wav
refuses 2 "folder.wav" render ./short.lua -o folder.wav
refuses 1 "unknot: " render ./short.lua -o /dev/full/a.wav

printf 'return {\n  title = "x",\n  play = function() tone {\n}\n' >syntax.lua
refuses 1 "syntax.lua:" plan ./syntax.lua
printf 'return {\n  title = "x",\n  play = function()\n    local a = nil .. "b"\n  end,\n}\n' >runtime.lua
refuses 1 "runtime.lua:4" plan ./runtime.lua
printf 'return {\n  title = "x",\n  play = function()\n    pres { }\n  end,\n}\n' >verb.lua
refuses 1 "press" plan ./verb.lua
printf 'return {\n  title = "x",\n  play = function()\n    while true do end\n  end,\n}\n' >loop.lua
refuses 1 "loop.lua" plan ./loop.lua
printf 'return {\n  title = "x",\n  play = function()\n    clip { file = "none.wav" }\n  end,\n}\n' >clip.lua
refuses 1 "none.wav" plan ./clip.lua
printf '\033Lua binary' >binary.lua
refuses 1 "binary.lua" plan ./binary.lua
: >empty.lua
refuses 1 "empty.lua" plan ./empty.lua

rm -r folder.wav
[ -z "$(find . -name '*.wav*' -o -name '*.part' -o -name '*.nothing')" ] || failed "left behind: $(find . -name '*.wav*' -o -name '*.part')"
finish
