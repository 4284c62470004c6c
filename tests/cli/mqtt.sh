#!/bin/sh
# control-mqtt, with a real broker, as Home Assistant uses it: on a socket of its own.
[ -f "$2/lib/unknot/plugins/control-mqtt.so" ] || exit 77
PATH=$PATH:/usr/sbin:/sbin
for program in mosquitto mosquitto_sub mosquitto_pub mosquitto_passwd; do
    command -v $program >/dev/null || exit 77
done
. "$1/tests/cli/ground"
trap 'kill -KILL $player $broker $listener 2>/dev/null; rm -rf "$work"' EXIT
player='' broker='' listener=''
mkdir secret-folder
cat >secret-folder/long.lua <<'LUA'
return {
  title = "Long & wide",
  summary = "Steps of two minutes.",
  play = function()
    mark "First"
    mark { title = "rate", level = 3 }
    tone { kind = "sine", hz = 440, seconds = 0.5, db = -12 }
    wait(120)
    mark "Zweite Hälfte"
    local event = listen { seconds = 120, "longer" }
    if event then wait(300) end
    mark "Third one"
    wait(60)
  end,
}
LUA

# begin_broker SETTINGS...
begin_broker() {
    printf '%s\n' "$@" "user $(id -un)" "persistence false" >broker.conf
    mosquitto -c broker.conf >broker.log 2>&1 &
    broker=$!
}

end_broker() {
    kill $broker
    wait $broker 2>/dev/null
    broker=
}

listen() {
    rm -f heard
    mosquitto_sub --unix "$work/broker" -F '%t %p' -t '#' >heard 2>heard.err &
    listener=$!
}

end_listening() {
    kill $listener 2>/dev/null
    wait $listener 2>/dev/null
    listener=
}

say() {
    mosquitto_pub --unix "$work/broker" -t "unknot/$name/command" -m "$1" || failed "nothing can be said to the broker"
}

# last TOPIC: what was said last there
last() {
    sed -n "s,^$1 ,,p" heard | tail -n 1
}

# comes TOPIC NAME VALUE: what the last JSON of the topic has
comes() {
    is_that() {
        [ "$(last "$1" | "$json_ok" "$2" 2>&1)" = "$3" ]
    }
    until_so is_that "$@" || failed "$2 of $1 is \"$(last "$1" | "$json_ok" "$2" 2>&1)\", not \"$3\""
}

says_last() {
    is_so() {
        [ "$(last "$1")" = "$2" ]
    }
    until_so is_so "$@" || failed "$1 is \"$(last "$1")\", not \"$2\""
}

name=$(uname -n)
name=$(printf %s "${name%%.*}" | tr -c 'A-Za-z0-9_-' -)
status=unknot/$name/status
plays() {
    "$unknot" play ./secret-folder/long.lua --sink null --control "mqtt:$1" >played 2>&1 </dev/null &
    player=$!
}

# the broker comes up after the player
plays "$work/broker"
until_so "$unknot" ctl status || failed "nothing plays: $(cat played)"
begin_broker "listener 0 $work/broker" "allow_anonymous true"
until_so test -S broker
listen
says_last "unknot/$name/available" online
comes "$status" state playing
comes "$status" routine long
comes "$status" title "Long & wide"
comes "$status" step First
comes "$status" question rate
! grep -q 'secret-folder\|\.lua' heard || failed "a path is told: $(grep 'secret-folder\|\.lua' heard)"

# what Home Assistant needs: JSON, topics that are there, and no name twice
grep '^homeassistant/' heard | while read -r topic payload; do
    echo "$payload" | "$json_ok" uniq_id
    echo "$payload" | "$json_ok" name >/dev/null || echo "bad: $topic"
    same "$(echo "$payload" | "$json_ok" '~')" "unknot/$name" "the base of $topic"
    same "$(echo "$payload" | "$json_ok" avty_t)" "~/available" "where $topic says that it is there"
    same "$(echo "$payload" | "$json_ok" dev.ids.0)" "unknot_$name" "the device of $topic"
done >ids
! grep -q 'bad:\|FAILED' ids || failed "$(cat ids)"
same "$(sort ids | uniq -d)" "" "told twice"
same "$(wc -l <ids)" 20 "what Home Assistant is told of"

# each button does what it says: what was announced is sent back, as Home Assistant does
grep '^homeassistant/button/' heard | while read -r topic payload; do
    echo "$payload" | "$json_ok" pl_prs
done >presses
while read -r words; do
    case $words in
    'press stop' | 'step '*) continue ;;
    esac
    : >heard
    say "$words"
    says_last "unknot/$name/reply" success
done <presses

# commands, and what becomes of them
must 0 ctl resume
comes "$status" state playing
say "pause"
comes "$status" state paused
say "step next"
comes "$status" step "Zweite Hälfte"
say "step previous"
say "step previous"
comes "$status" step First
say "  resume
"
comes "$status" state playing
say "step next"
comes "$status" step "Zweite Hälfte"
say "step third o"
comes "$status" step "Third one"
comes "$status" step_number 3
say "step nowhere"
says_last "unknot/$name/reply" "there is no such step"
say "seek 5"
comes "$status" step First
say "volume 35"
comes "$status" volume 0.34999999999999998
must 0 ctl volume 60
comes "$status" volume 0.59999999999999998
say "press rate 7"
says_last "unknot/$name/reply" success
before=$(last "$status" | "$json_ok" length)
say "seek 130"
comes "$status" step "Zweite Hälfte"
say "press longer"
longer() {
    [ "$(last "$status" | "$json_ok" length | cut -d. -f1)" -gt "${before%.*}" ]
}
until_so longer || failed "it did not get longer than $before s"

# what is no command
: >heard
say "wake up"
says_last "unknot/$name/reply" "there is no command 'wake': press pause resume toggle seek step volume status quit"
: >heard
mosquitto_pub --unix "$work/broker" -t "unknot/$name/command" -n
say "$(printf '%0600d' 0)"
printf 'pause\000now' | mosquitto_pub --unix "$work/broker" -t "unknot/$name/command" -s
printf 'pause\377' | mosquitto_pub --unix "$work/broker" -t "unknot/$name/command" -s
say "volume 61"
comes "$status" volume 0.60999999999999999
same "$(grep -c '/reply ' heard)" 1 "answers to one command and what is none"
comes "$status" state playing

# the broker goes, with all it knew, and comes back
end_listening
end_broker
must 0 ctl volume 42
begin_broker "listener 0 $work/broker" "allow_anonymous true"
until_so test -S broker
listen
says_last "unknot/$name/available" online
comes "$status" volume 0.41999999999999998
same "$(grep -c '^homeassistant/' heard)" 20 "told to Home Assistant again"
say "volume 43"
comes "$status" volume 0.42999999999999999

# an order that was left with the broker is not obeyed at the next start; a player that ends says so
mosquitto_pub --unix "$work/broker" -r -t "unknot/$name/command" -m "volume 1"
must 0 ctl quit
wait $player
same $? 0 "the player, told to quit"
says_last "unknot/$name/available" offline
plays "$work/broker"
says_last "unknot/$name/available" online
comes "$status" state playing
comes "$status" volume 1
# one that is killed is said to be gone
kill -KILL $player
wait $player 2>/dev/null
says_last "unknot/$name/available" offline
end_listening
end_broker

# over TCP, by a name and a password that only its user can read, on whatever port is free
printf 'pillow:long secret\n' >passwords
chmod 600 passwords
mosquitto_passwd -U passwords
port=20000
listening() {
    grep -q ' running$' broker.log
}
tries=0
while [ $tries -lt 20 ]; do
    port=$((20000 + ($$ * 7 + tries * 997) % 12000))
    begin_broker "listener $port 127.0.0.1" "allow_anonymous false" "password_file $work/passwords" \
        "listener 0 $work/broker" "allow_anonymous false"
    until_so grep -q ' running$\|Error' broker.log
    listening && break
    end_broker
    tries=$((tries + 1))
done
must 2 play ./secret-folder/long.lua --sink null --control "mqtt:pillow@127.0.0.1:$port/mat"
one_sentence
says err "mqtt-password"
mkdir -p "$HOME/.config/unknot"
echo "long secret" >"$HOME/.config/unknot/mqtt-password"
chmod 644 "$HOME/.config/unknot/mqtt-password"
must 2 play ./secret-folder/long.lua --sink null --control "mqtt:pillow@127.0.0.1:$port/mat"
says err "chmod 600"
chmod 600 "$HOME/.config/unknot/mqtt-password"
mosquitto_sub -h 127.0.0.1 -p $port -u pillow -P "long secret" -F '%t %p' -t '#' >heard 2>heard.err &
listener=$!
plays "pillow@127.0.0.1:$port/mat"
says_last unknot/mat/available online
comes unknot/mat/status state playing
must 0 ctl quit
wait $player
says_last unknot/mat/available offline
echo "wrong" >"$HOME/.config/unknot/mqtt-password"
plays "pillow@127.0.0.1:$port/mat"
until_so grep -q 'not authorised' broker.log || failed "a wrong password was not noticed: $(cat broker.log)"
must 0 ctl status
says out "playing  Long & wide"
must 0 ctl quit
wait $player
end_listening
end_broker

# a broker that is not there, or does not exist, holds nobody up
for place in 127.0.0.1:9 no-such-host.invalid '[::1]:9/mat'; do
    plays "$place"
    until_so "$unknot" ctl status || failed "with $place nothing plays: $(cat played)"
    start=$(date +%s%N)
    must 0 ctl quit
    wait $player
    same $? 0 "the player without the broker $place"
    took=$((($(date +%s%N) - start) / 1000000))
    [ $took -lt 3000 ] || failed "with $place the end took $took ms"
done
for place in '' host:port host:70000 host/two/names 'host/a b' host/ user@; do
    must 2 play ./secret-folder/long.lua --sink null --control "mqtt:$place"
    one_sentence
done
player=
finish
