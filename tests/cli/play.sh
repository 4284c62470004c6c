#!/bin/sh
# Playing: what is shown, how it ends.
. "$1/tests/cli/ground"
write_short

must 0 play ./short.lua --sink null --device fast
grep -q '^0:00  \[First\]$' out || failed "no line for the first step: $(cat out err)"
grep -q '^0:01  \[Second half\]$' out || failed "no line for the second step: $(cat out err)"
[ ! -s err ] || failed "play says on stderr: $(cat err)"
must 0 play ./short.lua --sink null
same "$(cat out)" "$(printf '0:00  [First]\n0:01  [Second half]')" "what is told in real time"
must 0 play ./short.lua --sink null --device fast --from second
says out "[Second half]"

# to a file it is what render writes
must 0 play ./short.lua --sink file --device played.wav
must 0 render ./short.lua -o rendered.wav
cmp played.wav rendered.wav || failed "play into a file is not what render writes"
"$unknot" play ./short.lua --sink pipe >piped 2>err || failed "play --sink pipe: $(cat err)"
same "$(head -c 4 piped)" RIFF "words in the sound on stdout"

# the whole notice once, to who is here for the first time; and the words are not the same each time
first_words() { XDG_STATE_HOME="$work/new" timeout --preserve-status -s INT 6 "$unknot" play suboccipitals --sink null >out 2>err; }
first_words
says out "These routines are for general comfort."
first_words
says out "Stop if anything feels sharp, numb or wrong."
! grep -q "general comfort" out || failed "the notice is told in full again"
same "$(cat "$work"/new/unknot/sessions/*.jsonl | grep -o '"seed": *"[0-9]*"' | sort -u | wc -l)" 2 "seeds of two sessions"

# in real time, ended from outside
ends() {
    signal=$1
    wanted=$2
    start=$(date +%s%N)
    timeout --preserve-status -s "$signal" 0.7 "$unknot" play upper-trapezius --sink null >out 2>err
    same $? "$wanted" "ended by $signal"
    took=$((($(date +%s%N) - start) / 1000000))
    [ $took -lt 2700 ] || failed "$signal: it took $took ms"
    [ ! -s err ] || failed "$signal: $(cat err)"
}
must 0 plan upper-trapezius
ends INT 130
ends TERM 0
ends HUP 0

# a device that goes away, and one that takes nothing
run play ./short.lua --sink null --device lost:0.5
[ "$code" = 1 ] || [ "$code" = 0 ] || failed "a lost device: exit $code"
timeout --preserve-status -s INT -k 5 1 "$unknot" play ./short.lua --sink null --device stuck >out 2>err
same $? 130 "a device that takes nothing, interrupted"

# no sound device: a sentence, and the line that makes a file instead
if [ ! -e /dev/snd ] && ! "$unknot" devices 2>/dev/null | grep -q '^[* ] [^T]'; then
    must 1 play ./short.lua --side left --set mood="very calm"
    grep -q '^unknot: ' err || failed "no device: $(cat err)"
    says err "render ./short.lua --side left --set 'mood=very calm' -o short.flac"
    same "$(wc -l <err)" 2 "lines on stderr"
fi

# no standard files, no home, other languages
"$unknot" play ./short.lua --sink null --device fast <&- >&- 2>&- || failed "without stdin, stdout, stderr: $?"
"$unknot" render ./short.lua -o closed.wav <&- >&- 2>&- || failed "render without stdin, stdout, stderr: $?"
cmp closed.wav rendered.wav || failed "a render without standard files differs"
env -i "$unknot" plan ./short.lua >out 2>err || failed "without an environment: $(cat err)"
env -u HOME LC_ALL=de_DE.UTF-8 "$unknot" plan ./short.lua --format json >german 2>err || failed "in German: $(cat err)"
"$unknot" plan ./short.lua --format json >plain
cmp plain german || failed "the language changes the plan"
finish
