#!/bin/sh
# What who watches is told, and what status says of it: seeks, a length that a press changed, questions and when they are over.
. "$1/tests/cli/ground"
socket=$XDG_RUNTIME_DIR/unknot/socket
cat >asks.lua <<'LUA'
return {
  title = "Asks",
  summary = "A question, and a step that can be made longer.",
  play = function()
    mark "First"
    wait(1)
    mark { title = "rate", level = 3 }
    tone { kind = "sine", hz = 440, seconds = 0.5, db = -12 }
    wait(99)
    mark "Second"
    local event = listen { seconds = 100, "longer" }
    if event then wait(400) end
    mark "Third"
    wait(100)
  end,
}
LUA
trap 'kill -KILL $player $watcher 2>/dev/null; rm -rf "$work"' EXIT

# until_told WORDS: the watcher reads a line with them
until_told() {
    tries=0
    until grep -qF "$1" watched; do
        tries=$((tries + 1))
        [ $tries -lt 100 ] || { failed "nobody is told $1: $(cat watched)"; return; }
        sleep 0.05
    done
}

# stands NAME VALUE: what status says
stands() {
    must 0 ctl status --json
    same "$("$json_ok" "$1" <out 2>&1)" "$2" "$1"
}

"$unknot" play ./asks.lua --sink null >played 2>&1 </dev/null &
player=$!
tries=0
until "$unknot" ctl pause 2>/dev/null || [ $tries -gt 100 ]; do
    sleep 0.05
    tries=$((tries + 1))
done
: >watched
"$unknot" ctl watch >>watched 2>watched.err &
watcher=$!
tries=0
until grep -q '"event":"volume"' watched || [ $tries -gt 100 ]; do
    "$unknot" ctl volume 70
    sleep 0.05
    tries=$((tries + 1))
done
must 0 ctl seek 0
until_told '"event":"seek","at":0'
must 0 ctl resume
until_told '"event":"question","at":1'
until_told '"asks":"rate"'
stands question rate
stands step_number 1
stands step_count 3
must 0 ctl seek 150
until_told '"event":"seek","at":150'
until_told '"asks":""'
stands question ""
stands step_number 2
must 0 ctl press longer
until_told '"event":"length"'
! grep -q '"event":"length".*"length":300[,.}]' watched || failed "the length is the one of before: $(cat watched)"
[ "$(grep -c '"event":"length"' watched)" = 1 ] || failed "told more than once: $(cat watched)"
# also while it is paused
must 0 ctl pause
for step in First Second Third Second; do
    : >watched
    must 0 ctl step $step
    until_told "\"title\":\"$step\""
    stands step $step
done
stands step_number 2
must 0 ctl resume
must 0 ctl seek 9999
until_told '"event":"end"'
wait $player $watcher
while read -r line; do
    echo "$line" | "$json_ok" at >/dev/null || failed "no position in it: $line"
done <watched
player= watcher=
finish
