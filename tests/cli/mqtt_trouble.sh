#!/bin/sh
# control-mqtt, when the broker is away, does not let us in, or shows a certificate: what is said of it, and that it is over.
[ -f "$2/lib/unknot/plugins/control-mqtt.so" ] || exit 77
PATH=$PATH:/usr/sbin:/sbin
for program in mosquitto mosquitto_passwd openssl; do
    command -v $program >/dev/null || exit 77
done
. "$1/tests/cli/ground"
trap 'kill -KILL $player $broker 2>/dev/null; rm -rf "$work"' EXIT
player='' broker=''
cat >long.lua <<'LUA'
return {
  title = "Long",
  summary = "One tone.",
  play = function()
    tone { kind = "sine", hz = 440, seconds = 0.5, db = -12 }
    wait(300)
  end,
}
LUA

# begin_broker SETTINGS...: on a port that is free, which is in $port; a second time on the same one
port=
begin_broker() {
    tries=0
    until listening; do
        [ $tries -lt 20 ] || failed "no broker: $(cat broker.log)"
        [ $tries -lt 20 ] || exit 1
        at=${port:-$((20000 + ($$ * 13 + tries * 997) % 12000))}
        printf '%s\n' "listener $at 127.0.0.1" "$@" "user $(id -un)" "persistence false" >broker.conf
        mosquitto -c broker.conf >broker.log 2>&1 &
        broker=$!
        until_so grep -q ' running$\|Error' broker.log
        tries=$((tries + 1))
    done
    port=$at
}

listening() {
    grep -qs ' running$' broker.log
}

end_broker() {
    kill $broker
    wait $broker 2>/dev/null
    broker=
    : >broker.log
}

plays() {
    "$unknot" play ./long.lua --sink null --control "mqtt:$1" >played 2>said </dev/null &
    player=$!
    until_so "$unknot" ctl status || failed "nothing plays: $(cat said)"
}

ends() {
    must 0 ctl quit
    wait $player
    same $? 0 "the player"
}

# status_has WORDS, and that it does not
status_has() {
    "$unknot" ctl status 2>&1 | grep -qF -- "$1"
}

is_well() {
    ! "$unknot" ctl status | grep -q '^trouble'
}

# told WORDS: once, and in the status
told() {
    until_so status_has "$1" || failed "\"$1\" is not in the status: $("$unknot" ctl status)"
    same "$(grep -cF -- "$1" said)" 1 "times that \"$1\" was said: $(cat said)"
}

mended() {
    until_so is_well || failed "there is still trouble: $("$unknot" ctl status)"
    until_so grep -q '^unknot: no longer so: ' said || failed "nobody says that it is over: $(cat said)"
}

# a broker that is not there yet, and one that goes
begin_broker "allow_anonymous true"
end_broker
plays "127.0.0.1:$port"
told "the broker '127.0.0.1' cannot be reached: "
"$unknot" ctl watch >watched 2>&1 &
watcher=$!
begin_broker "allow_anonymous true"
mended
until_so grep -q '"event":"control".*"trouble":""' watched || failed "who watches is not told: $(cat watched)"
end_broker
until_so grep -q '"event":"control".*"trouble":"the broker' watched || failed "who watches is not told of the end: $(cat watched)"
until_so status_has "the broker '127.0.0.1' cannot be reached" || failed "a broker that went is not missed"
run doctor
says out "the broker '127.0.0.1' cannot be reached"
ends
wait $watcher

# a service tells it also while nothing plays
serves() {
    "$unknot" serve --sink null --control "mqtt:$1" >played 2>said </dev/null &
    player=$!
    until_so "$unknot" ctl status || failed "nobody serves: $(cat said)"
}
serves "127.0.0.1:$port"
told "the broker '127.0.0.1' cannot be reached: "
begin_broker "allow_anonymous true"
mended
end_broker
kill $player
wait $player

# one that wants another password: neither it nor the user is said anywhere
mkdir -p "$HOME/.config/unknot"
(umask 077 && echo "long secret" >"$HOME/.config/unknot/mqtt-password")
plays "pillow@127.0.0.1:$port"
printf 'pillow:another\n' >passwords
chmod 600 passwords
mosquitto_passwd -U passwords
begin_broker "allow_anonymous false" "password_file $work/passwords"
until_so status_has "does not let us in" || failed "a wrong password is not told: $("$unknot" ctl status)"
! grep -q 'long secret' said || failed "the password was said"
! tr '\0' ' ' <"/proc/$player/cmdline" | grep -q 'long secret' || failed "the password is in the list of processes"
run doctor --report report.txt
says report.txt "does not let us in"
! grep -q 'pillow\|long secret' report.txt || failed "the user or the password is in the report"
end_broker
printf 'pillow:long secret\n' >passwords
mosquitto_passwd -U passwords
begin_broker "allow_anonymous false" "password_file $work/passwords"
mended
ends
end_broker

# TLS, with certificates of our own making
sign() {
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=$1" -addext "subjectAltName=$2" -keyout "$1.key" -out "$1.pem" 2>openssl.log ||
        failed "no certificate: $(cat openssl.log)"
}
sign ours "IP:127.0.0.1"
sign foreign "IP:127.0.0.1"
sign misnamed "DNS:elsewhere.invalid"
tls() {
    begin_broker "allow_anonymous true" "certfile $work/$1.pem" "keyfile $work/$1.key"
}
tls ours
plays "mqtts://127.0.0.1:$port/mat"
told "the broker '127.0.0.1' has no certificate that this machine trusts"
ends
cp foreign.pem "$HOME/.config/unknot/mqtt-ca.pem"
plays "mqtts://127.0.0.1:$port/mat"
told "has no certificate that '$HOME/.config/unknot/mqtt-ca.pem' vouches for"
ends
cp ours.pem "$HOME/.config/unknot/mqtt-ca.pem"
plays "mqtts://127.0.0.1:$port/mat"
until_so grep -q 'New client connected' broker.log || failed "nobody comes by TLS: $(cat broker.log said)"
until_so is_well || failed "there is trouble with a good certificate: $("$unknot" ctl status)"
same "$(cat said)" "" "what is said when all is well"
ends
end_broker
begin_broker "allow_anonymous true"
plays "mqtts://127.0.0.1:$port/mat"
told "the broker '127.0.0.1' does not speak TLS at port $port"
ends
end_broker
cp misnamed.pem "$HOME/.config/unknot/mqtt-ca.pem"
tls misnamed
plays "mqtts://127.0.0.1:$port/mat"
told "the certificate of the broker '127.0.0.1' is for another name"
ends
player=
finish
