#!/bin/sh
# unknot ctl: what it takes, what it prints, and what it says when nobody is there, or nobody answers.
. "$1/tests/cli/ground"
socket=$XDG_RUNTIME_DIR/unknot/socket
cat >long.lua <<'LUA'
return {
  title = "Long",
  summary = "Ten minutes of two tones.",
  play = function()
    mark "First"
    tone { kind = "sine", hz = 440, seconds = 0.5, db = -12 }
    wait(300)
    mark "Second half"
    tone { kind = "sine", hz = 330, seconds = 0.5, db = -12 }
    wait(300)
  end,
}
LUA
trap 'kill -KILL $player 2>/dev/null; rm -rf "$work"' EXIT
player=

value() {
    "$json_ok" "$1" <out 2>&1
}

refuses() {
    words=$1
    shift
    must 2 ctl "$@"
    one_sentence
    says err "$words"
}
refuses 'ctl needs a word'
refuses 'did you mean press?' pres longer
refuses 'ctl knows no "zzzzz"; see unknot ctl --help' zzzzz
refuses 'did you mean longer?' press longr
refuses 'press takes an event: next again' press
refuses 'press takes an event: next again' press x
refuses 'press rate takes a number from 0 to 10' press rate
refuses 'press rate takes a number from 0 to 10, not "11"' press rate 11
refuses 'press rate takes a number from 0 to 10, not "-1"' press rate -1
refuses '1 takes no further word; "2" is too much' press rate 1 2
refuses 'longer takes no further word; "7" is too much' press longer 7
refuses 'seek takes seconds' seek
refuses 'not "soon"' seek soon
refuses 'not "1:30"' seek 1:30
refuses 'not "-"' seek -- -
refuses 'volume takes a percentage' volume loud
refuses 'button takes down or up' button
refuses 'did you mean down?' button donw
refuses 'step takes next, previous' step
refuses 'pause takes no further word; "now" is too much' pause now
refuses 'ctl takes at most 64 words' $(seq 65)
refuses 'did you mean --json?' status --jsno
refuses 'ctl has no option -x' status -x

# nobody there: none ever was, one that was killed, a file, a folder that is closed
must 1 ctl pause
one_sentence
says err "nothing is playing: start a routine with 'unknot play'"
mkdir "$XDG_RUNTIME_DIR/unknot"
: >"$socket"
must 1 ctl pause
one_sentence
rm -r "$XDG_RUNTIME_DIR/unknot"
must 1 ctl --socket "$(printf '/%0200d' 0)" pause
one_sentence
says err "has more than the 107 bytes it may have"

start_player() {
    "$unknot" play ./long.lua --sink null "$@" >played 2>&1 </dev/null &
    player=$!
    tries=0
    until [ -S "$socket" ] || [ $tries -gt 100 ]; do
        sleep 0.1
        tries=$((tries + 1))
    done
}
start_player
must 0 ctl status
says out "playing  Long, 0:"
says out "of 10:00"
says out "volume   100 %"
must 0 ctl status --json
same "$(value state)" playing "state"
same "$(value routine)" long "routine"

silent() {
    must 0 ctl "$@"
    [ ! -s out ] && [ ! -s err ] || failed "ctl $* is not silent: $(cat out err)"
}
# reaches FROM TO: what is heard gets there, a little behind what was asked for
reaches() {
    tries=0
    until must 0 ctl --json status && at=$(value position) && [ "${at%.*}" -ge "$1" ] && [ "${at%.*}" -le "$2" ]; do
        tries=$((tries + 1))
        [ $tries -lt 30 ] || { failed "at $at s, not between $1 and $2"; return; }
        sleep 0.1
    done
}
silent seek 100
reaches 100 130
silent seek +150
reaches 250 280
silent seek -30
reaches 220 249
silent volume 50
silent volume -10
silent pause
must 0 ctl status
says out "paused   Long, 3:"
says out "volume   40 %"
silent resume
silent toggle
silent toggle
silent step second
must 1 ctl step nowhere
one_sentence
must 1 ctl play upper-trapezius
one_sentence
says err "is no service, so it takes no play"
silent button down
silent button up

# a second player goes without; asked for the same it says so, and can have one of its own
must 1 play ./long.lua --sink null --control "socket:$socket"
says err "another unknot plays already"
"$unknot" play ./long.lua --sink null --control socket:own.sock >second 2>&1 </dev/null &
second=$!
tries=0
until [ -S own.sock ] || [ $tries -gt 100 ]; do
    sleep 0.1
    tries=$((tries + 1))
done
must 0 ctl --socket own.sock quit
wait $second
same $? 0 "the second player, told to quit"
[ ! -e own.sock ] || failed "the second player left its socket"

# watching, until the end
"$unknot" ctl watch >watched 2>watched.err &
watcher=$!
tries=0
until [ -s watched ] || [ $tries -gt 50 ]; do
    "$unknot" ctl volume 70
    sleep 0.1
    tries=$((tries + 1))
done
grep -q '"event":"volume"' watched || failed "watch shows nothing: $(cat watched watched.err)"
"$unknot" ctl watch 2>/dev/null | head -n 1 >/dev/null &
piped=$!
silent volume 60
silent volume 61
silent quit
wait $player
same $? 0 "the player, told to quit"
wait $watcher
same $? 0 "watch, when the player ends"
wait $piped
while read -r line; do
    echo "$line" | "$json_ok" event >/dev/null || failed "no line of JSON: $line"
done <watched
[ ! -s watched.err ] || failed "watch says: $(cat watched.err)"
[ ! -e "$socket" ] || failed "the socket is left behind"

# one that stands still is said to; one that was killed leaves a socket that is in nobody's way
start_player
must 0 ctl status
kill -STOP $player
start=$(date +%s%N)
must 1 ctl status
took=$((($(date +%s%N) - start) / 1000000))
one_sentence
says err "did not answer in time"
[ $took -lt 3500 ] || failed "it took $took ms to say that nobody answers"
kill -KILL $player
wait $player 2>/dev/null
[ -S "$socket" ] || failed "a killed player took its socket along"
must 1 ctl status
says err "nothing is playing"
rm -f watched
start_player
tries=0
until "$unknot" ctl status >out 2>err || [ $tries -gt 50 ]; do
    sleep 0.1
    tries=$((tries + 1))
done
says out "playing  Long"
"$unknot" ctl watch >watched 2>watched.err &
watcher=$!
tries=0
until [ -s watched ] || [ $tries -gt 50 ]; do
    "$unknot" ctl volume 70
    sleep 0.1
    tries=$((tries + 1))
done
kill -TERM $watcher
wait $watcher
same $? 130 "watch, interrupted"
kill -TERM $player
wait $player
same $? 0 "the player, ended by SIGTERM"
player=
finish
