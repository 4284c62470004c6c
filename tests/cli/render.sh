#!/bin/sh
# Files: whole or not at all, the same each time, from anywhere.
. "$1/tests/cli/ground"
write_short

must 0 render ./short.lua -o a.wav
[ ! -s out ] && [ ! -s err ] || failed "a render that is not on a terminal says something: $(cat out err)"
must 0 render ./short.lua -o b.wav
cmp a.wav b.wav || failed "two renders differ"
must 0 plan ./short.lua --format json
frames=$("$json_ok" length_frames <out)
"$unknot" render ./short.lua -o - >c.wav 2>err || failed "render -o -: $(cat err)"
[ "$(wc -c <c.wav)" -ge $((frames * 4 + 44)) ] || failed "render -o - is too short: $(wc -c <c.wav) bytes for $frames frames"
same "$(head -c 4 c.wav)" RIFF "render -o -"
same "$(tail -c $((frames * 4)) c.wav | cksum)" "$(tail -c $((frames * 4)) a.wav | head -c $((frames * 4)) | cksum)" "file and pipe"

# from the middle: the end of the whole, bit for bit
must 0 render ./short.lua --from second -o d.wav
rest=$((frames - 48000))
same "$(tail -c $((rest * 4)) c.wav | cksum)" "$("$unknot" render ./short.lua --from second -o - | tail -c $((rest * 4)) | cksum)" "--from"
same "$("$unknot" render ./short.lua --from 0:01 -o - | cksum)" "$("$unknot" render ./short.lua --from 1 -o - | cksum)" "--from"

# interrupted: nothing stays, and what was there before stays as it was
cat >long.lua <<'LUA'
return {
  title = "Long",
  cap = 1440,
  play = function()
    tone { kind = "noise", colour = "pink", seconds = 86000, db = -30 }
    wait(86000)
  end,
}
LUA
echo before >long.wav
for signal in INT TERM; do
    start=$(date +%s)
    timeout -k 10 -s $signal 1 "$unknot" render ./long.lua -o long.wav >out 2>err
    timeout -s $signal --preserve-status 1 "$unknot" render ./long.lua -o long.wav >out 2>err
    same $? 130 "interrupted by $signal"
    [ $(($(date +%s) - start)) -le 6 ] || failed "$signal took too long"
    [ ! -s err ] || failed "$signal: $(cat err)"
    same "$(cat long.wav)" before "the file that was there"
done
[ "$(find . -name 'long*' | wc -l)" = 2 ] || failed "left behind: $(find . -name 'long*')"

# a routine with words from its journal
printf '' >empty.journal
must 0 render ./short.lua --journal empty.journal -o e.wav
cmp a.wav e.wav || failed "an empty journal changes the sound"
finish
