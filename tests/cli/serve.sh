#!/bin/sh
# unknot serve: waits, plays what it is told, keeps times, says what is wrong, and ends when it is told to.
. "$1/tests/cli/ground"
trap 'kill -KILL $service 2>/dev/null; rm -rf "$work"' EXIT
socket=$XDG_RUNTIME_DIR/unknot/socket
schedule=$HOME/.local/state/unknot/schedule
mkdir -p "$HOME/.local/share/unknot/routines"
service=

# A long one and a short one, without words.
write_long() {
    cat >"$HOME/.local/share/unknot/routines/$1.lua" <<LUA
return {
  title = "Long $1",
  summary = "Ten minutes of two tones.",
  params = { mood = { "calm", "very calm" } },
  play = function(with)
    mark("Mood " .. with.mood)
    tone { kind = "sine", hz = 440, seconds = 0.5, db = -12 }
    wait(600)
  end,
}
LUA
}
write_long one
write_long two
write_short
mv short.lua "$HOME/.local/share/unknot/routines/brief.lua"
echo 'return { title = "Broken", play = function() nonsense() end }' >"$HOME/.local/share/unknot/routines/broken.lua"

value() {
    "$json_ok" "$1" <out 2>&1
}

has() {
    "$unknot" ctl status >out 2>err && grep -qF -- "$1" out
}

# comes WORDS: what `ctl status` says comes to have these words in it
comes() {
    until_so has "$1" || failed "status never says \"$1\": $(cat out err service)"
}

# start ARGUMENTS...: the service, and waits until it is there
start() {
    "$unknot" serve --sink null "$@" >>service 2>&1 </dev/null &
    service=$!
    comes volume
}

# ends SIGNAL: with 0, within 2 s
ends() {
    kill -"$1" "$service"
    before=$(date +%s%N)
    wait "$service"
    same $? 0 "the service, after SIG$1"
    took=$((($(date +%s%N) - before) / 1000000))
    [ $took -lt 2200 ] || failed "SIG$1 took $took ms"
    [ ! -e "$socket" ] || failed "the socket is left"
}

silent() {
    must 0 ctl "$@"
    [ ! -s out ] && [ ! -s err ] || failed "ctl $* is not silent: $(cat out err)"
}

refuses() {
    words=$1
    shift
    must 1 ctl "$@"
    one_sentence
    says err "$words"
}

must 2 serve one two
one_sentence
must 2 serve --ceiling 0
one_sentence
must 1 serve no-such-routine
one_sentence
must 2 ctl pause --minutes 6
one_sentence
must 2 ctl play

# nothing plays; two services do not share a socket
start --ceiling 60
says out idle
says out 'volume   60 %'
must 1 serve --sink null
one_sentence
says err 'another unknot'
must 0 ctl status --json
for key in state routine title step caption position length volume trouble dropouts presses queue schedule missed fault ceiling sleep; do
    value $key >/dev/null || failed "status has no $key: $(cat out)"
done
refuses 'nothing is playing' pause
refuses 'nothing is playing' seek 10
refuses 'nothing is playing' sleep 5
refuses "did you mean 'one'" play onne
refuses 'there is no routine' play ./short.lua
refuses 'there is no routine' play ../../../../../etc/passwd
refuses 'there is no routine' play "$HOME/.local/share/unknot/routines/one.lua"
refuses 'takes no mood=wild' play one --set mood=wild
refuses 'NAME=VALUE' play one loudly
silent toggle # nothing is usual
comes 'playing  Menu'
refuses "did you mean 'one'" play onne
silent stop
comes idle

# playing, with what was asked for; never louder than the ceiling
silent play one --set 'mood=very calm'
comes 'playing  Long one, 0:'
comes 'Mood very calm'
silent volume 100
comes 'volume   60 %'
silent volume -20
comes 'volume   40 %'
silent pause
comes 'paused   Long one'
silent queue two --set mood=calm
comes 'next     two mood=calm'
refuses 'takes the minutes' sleep -3
silent sleep 20
comes 'silent in 20 min'
silent sleep off
silent play brief
comes 'playing  Short'
comes 'playing  Long two'
comes 'volume   40 %'
silent sleep 0.001
comes idle
silent play one
comes 'playing  Long one'
silent quit
comes idle

# times: kept, over a restart too; what is late does not begin
later=$(date -d '12 hours' +%H:%M)
refuses 'a time and a routine' at 25:00 one
must 2 ctl at
refuses 'which routine' at "$later"
refuses "did you mean 'one'" at "$later" onne
refuses "nothing is to begin at $later" at "$later" off
silent at "$later" one --set mood=calm
grep -q "T$later	one	mood=calm\$" "$schedule" || failed "the schedule: $(cat "$schedule")"
ends TERM
printf '%s\tone\n%s\ttwo\nnonsense\n' "$(date -d '1 hour ago' +%Y-%m-%dT%H:%M)" "$(date +%Y-%m-%dT%H:%M)" >>"$schedule"
start
comes 'playing  Long two'
must 0 ctl status
says out "T$later  one mood=calm"
says out 'one did not begin at'
says service 'line 4 of'
grep -q two "$schedule" && failed "what began is still in the schedule"
silent at "$later" off
echo "$(date -d '1 hour' +%Y-%m-%dT%H:%M)	brief" >>"$schedule"
kill -HUP "$service"
comes ' brief'
must 0 ctl status
says out 'playing  Long two'
ends TERM

# what goes wrong is told, with words where there is a voice
start
"$unknot" ctl watch >watched 2>&1 &
watcher=$!
tries=0
until grep -q success watched || [ $tries -gt 100 ]; do
    "$unknot" ctl volume 100
    grep -q volume watched && break
    sleep 0.1
    tries=$((tries + 1))
done
silent play broken
comes 'fault    '
says out nonsense
tries=0
until grep -q 'I cannot play that routine' watched || [ $tries -gt 100 ]; do
    sleep 0.1
    tries=$((tries + 1))
done
if "$unknot" plugins | grep -q 'voice  flite'; then
    grep -q '"caption".*I cannot play that routine' watched || failed "the fault is not told: $(cat watched)"
fi
must 0 ctl status --json
same "$(value state)" idle "the state while a fault is told"
silent play one
comes 'playing  Long one'
must 0 ctl status
grep -q fault out && failed "the fault is still told of: $(cat out)"
for event in fault idle; do
    grep -q "^{\"event\":\"$event\"" watched || failed "who watches hears nothing of the $event: $(cat watched)"
done
grep -q '^{"event":"begin".*"title":"Long one"' watched || failed "who watches hears nothing of the beginning: $(cat watched)"
ends TERM
wait $watcher

# a button begins what is usual
start one --set 'mood=very calm'
silent toggle
comes 'Mood very calm'
silent stop
comes idle
silent button down
silent button up
comes 'Mood very calm'
ends TERM
finish
