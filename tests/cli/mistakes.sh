#!/bin/sh
# A mistake is told at the line of whoever wrote it, never at one of the library: every verb, called wrongly in every way, in a function,
# a loop and a thread.
. "$1/tests/cli/ground"
lua=$(command -v lua5.4) || {
    echo "skipped: no lua5.4 here"
    exit 77
}
write_short
must 0 render ./short.lua -o hello.wav
"$lua" "$source_folder/tests/cli/verbs/mistakes.lua" "$source_folder" || failed "the mistakes cannot be made"
[ "$(cat ./*-all.lua | grep -c '^try(')" -gt 1000 ] || failed "few mistakes"
for file in *-all.lua; do
    must 0 plan "./$file"
done
for file in *-direct.lua *-inside.lua *-loop.lua *-together.lua *-spawn.lua; do
    line=$(grep -n -e '-- here' "$file" | cut -d : -f 1)
    must 1 plan "./$file"
    grep -q "^unknot: $file:$line: [a-z]" err || failed "$file: line $line is not named: $(cat err)"
done

# What has no line of its own to name: a verb as a thread, and as what a function ends with. It is that of whoever began it.
refuses_at() {
    printf 'return { title = "Wrong", play = function()\n%s\nend }\n' "$2" >tail.lua
    must 1 plan ./tail.lua
    says err "unknot: tail.lua:$1"
}
refuses_at 2: 'spawn(press, { qqqqqq = 1 }) wait(1)'
refuses_at 3: 'local function inner() return press { qqqqqq = 1 } end
inner() wait(1)'
refuses_at 3: 'wait(1)
press { "upper-trapezius",
  levle = 3,
}'
finish
