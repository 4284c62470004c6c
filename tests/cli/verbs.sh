#!/bin/sh
# What is written of the verbs (scripts/unknot/meta) is what they take: every verb, field, range, value and example; both ways.
. "$1/tests/cli/ground"
here=$source_folder/tests/cli/verbs
lua=$(command -v lua5.4) || {
    echo "skipped: no lua5.4 here"
    exit 77
}

# The verbs say themselves what they take.
cp "$here/probe.lua" .
write_short
must 0 render ./short.lua -o hello.wav
must 0 plan ./probe.lua
sed -n 's/^ *[0-9:.]* *= //p' out | sort >real
"$lua" "$here/facts.lua" "$source_folder" >written || { failed "scripts/unknot/meta cannot be read"; finish; }
sort -o written written
[ "$(wc -l <real)" -gt 150 ] || failed "the verbs say little of themselves: $(cat real)"
cmp -s written real || failed "scripts/unknot/meta (<) is not what the verbs take (>):
$(diff written real)"

# Names, settings of luacheck, the reference.
"$lua" "$here/names.lua" "$source_folder" >differs 2>&1 || failed "$(cat differs)"

# Every example runs.
"$lua" "$here/examples.lua" "$source_folder" >examples.lua || failed "the examples cannot be read"
[ "$(grep -c '^do ' examples.lua)" -gt 25 ] || failed "few examples: $(cat examples.lua)"
must 0 plan ./examples.lua
finish
