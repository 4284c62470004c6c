#!/bin/sh
# Mopidy plays unknot:// with one line of configuration: titles and lengths, pausing and seeking over HTTP, one routine after the other.
. "$1/tests/cli/ground"
. "$1/tests/hosts/gst_ground"
need mopidy curl
for name in autodetect audiofx equalizer; do # what Mopidy looks for when it starts
    [ ! -e "$installed/libgst$name.so" ] || ln -s "$installed/libgst$name.so" "$work/gst/"
done
trap 'kill -KILL $server 2>/dev/null; rm -rf "$work"' EXIT
server=''
write_tones low 220
write_tones high 880

begin() {
    cat >mopidy.conf <<CONF
[core]
cache_dir = $work/cache
config_dir = $work/config
data_dir = $work/data
[audio]
mixer = none
output = fakesink sync=true
[http]
hostname = 127.0.0.1
port = $port
zeroconf =
[mpd]
enabled = false
[stream]
protocols = unknot
CONF
    mopidy -v --config mopidy.conf >log 2>&1 &
    server=$!
}

rpc() {
    curl -s -m 20 -H 'Content-Type: application/json' "http://127.0.0.1:$port/mopidy/rpc" \
        -d "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"core.$1\",\"params\":${2:-{\}}}" >answer
}

answers() {
    rpc get_uri_schemes && grep -q '"result"' answer
}

# a port that nobody has
tries=0
until [ $tries = 5 ]; do
    port=$((20000 + ($$ * 7 + tries * 911) % 12000))
    begin
    until_so answers && kill -0 $server 2>/dev/null && break
    kill -KILL $server 2>/dev/null
    tries=$((tries + 1))
done
grep -q '"unknot"' answer || failed "Mopidy does not take unknot:// $(cat answer log)"

# gives METHOD WORDS: it is so within ten seconds
gives() {
    so() { rpc "$1" && grep -q "$2" answer; }
    until_so so "$1" "$2" || failed "$1 gives $(cat answer) and not $2"
}

at() {
    rpc playback.get_time_position
    "$json_ok" result <answer
}

rpc tracklist.add '{"uris":["unknot://low","unknot://suboccipitals?minutes=5","unknot://high","unknot://nowhere"]}'
says answer '"name": "Tones at 220"'
says answer '"length": 2000'
says answer '"name": "Suboccipitals"'
says answer '"length": 300'

rpc playback.play
gives playback.get_current_track suboccipitals # the first is over
rpc playback.seek '{"time_position":100000}'
beyond() { rpc playback.get_time_position && [ "$("$json_ok" result <answer)" -ge 100000 ]; }
until_so beyond || failed "it is at $(at) after a jump to 100000"
rpc playback.pause
gives playback.get_state '"paused"'
then=$(at)
[ "$then" -lt 120000 ] || failed "it jumped to $then"
same "$(at)" "$then" "position in a pause"
rpc playback.resume
goes_on() { [ "$(at)" -gt "$then" ]; }
until_so goes_on || failed "it does not go on after the pause"
gives playback.get_state '"playing"'
rpc playback.next
gives playback.get_current_track 'Tones at 880'

# the last one is not there: Mopidy, which is told to say much, has our words in its log, and stops
gives playback.get_state '"stopped"'
says log "there is no routine 'nowhere'"

kill -TERM $server
ended() { ! kill -0 $server 2>/dev/null; }
until_so ended || failed "Mopidy does not end"
finish
