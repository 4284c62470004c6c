#!/bin/sh
# What a person sees on a terminal, and what Ctrl-C and Ctrl-Z do. script(1) gives the command a terminal.
. "$1/tests/cli/ground"
write_short
export TERM=xterm
unset NO_COLOR

if ! script -qec true typescript >/dev/null 2>&1 </dev/null; then
    echo "skipped: script(1) is not here or gets no terminal"
    exit 77
fi

# on_terminal COLUMNS COMMAND: its exit code in $code; what the terminal got in the file seen, one redraw a line
on_terminal() {
    script -qec "stty cols $1; $2" typescript >/dev/null 2>&1 </dev/null
    code=$?
    sed '1d;$d' typescript | tr '\r' '\n' >seen
}

on_terminal 30 "'$unknot' play ./short.lua --sink null"
same "$code" 0 "play on a terminal"
grep -q '0:0[0-9] left  First' seen || failed "no line for the first step: $(cat seen)"
grep -q 'left  Second half' seen || failed "no line for the second step: $(cat seen)"
grep -q '^0:0[0-9]  \[' seen && failed "lines meant for a pipe are on the terminal: $(cat seen)"
grep -q "$(printf '\033\\[[0-9;]*m')" seen && failed "colours"
same "$(sed "s/$(printf '\033')\\[K//g" seen | awk 'length > 29' | wc -l)" 0 "lines wider than the terminal"
same "$(grep . seen | tail -n 1)" "$(printf '\033[K')" "the end of the line that changes"

on_terminal 80 "TERM=dumb '$unknot' play ./short.lua --sink null --device fast"
grep -q 'left  ' seen && failed "a terminal that cannot clear gets a status line"
grep -q '\[First\]' seen || failed "a terminal that cannot clear gets no lines: $(cat seen)"

# long work shows progress: four phrases that were never spoken before
cat >talk.lua <<'LUA'
return {
  title = "Talk",
  play = function()
    for i = 1, 12 do say("This is sentence number " .. i .. " of twelve, and none of them was ever spoken before.") end
  end,
}
LUA
on_terminal 80 "'$unknot' render ./talk.lua -o talk.flac"
grep -q 'preparing the voice' seen || failed "no progress while phrases are spoken: $(cat seen)"
grep -q 'wrote talk.flac, [0-9]:[0-9][0-9]' seen || failed "no last line: $(cat seen)"
[ -s talk.flac ] || failed "no talk.flac"

# Ctrl-C twice ends at once, also where the device does not answer
cat >press.sh <<'SH'
"$1" play ./short.lua --sink null --device stuck &
pid=$!
sleep 0.4
kill -INT $pid
sleep 0.5
kill -INT $pid
start=$(date +%s%N)
wait $pid
echo "ended with $?"
echo "after $(( ($(date +%s%N) - start) / 1000000 )) ms"
SH
sh press.sh "$unknot" >out 2>&1
says out "ended with 130"
[ "$(sed -n 's/^after \([0-9]*\) ms/\1/p' out)" -lt 500 ] || failed "the second Ctrl-C: $(cat out)"

# Ctrl-Z pauses and stops; afterwards it plays to the end
cat >pause.sh <<'SH'
"$1" play ./short.lua --sink null >lines 2>&1 &
pid=$!
sleep 0.4
kill -TSTP $pid
for try in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    state=$(sed 's/.*) //; s/ .*//' /proc/$pid/stat)
    [ "$state" = T ] && break
    sleep 0.1
done
echo "state $state"
kill -CONT $pid
wait $pid
echo "ended with $?"
SH
sh pause.sh "$unknot" >out 2>&1
says out "state T"
says out "ended with 0"
grep -q 'Second half' lines || failed "not played on after Ctrl-Z: $(cat lines)"
finish
