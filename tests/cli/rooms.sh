#!/bin/sh
# sink-pipe and unknot-snapcast, with a real server of Snapcast and two clients that play into files.
for program in snapserver snapclient bash; do
    command -v $program >/dev/null || exit 77
done
. "$1/tests/cli/ground"
trap 'kill -KILL $player $server $client1 $client2 2>/dev/null; rm -rf "$work"' EXIT
player='' server='' client1='' client2=''
script=$build_folder/libexec/unknot/unknot-snapcast
cat >short.lua <<'LUA'
return {
  title = "Short",
  summary = "Tones.",
  play = function()
    mark "First"
    tone { kind = "bell", hz = 600, seconds = 1 }
    wait(1)
  end,
}
LUA
cat >long.lua <<'LUA'
return {
  title = "Long & wide",
  summary = "Steps of two minutes.",
  play = function()
    mark "First"
    tone { kind = "sine", hz = 440, seconds = 0.5, db = -12 }
    wait(120)
    mark "Zweite Hälfte"
    wait(120)
    mark "Third one"
    wait(60)
  end,
}
LUA

begin_server() {
    cat >server.conf <<CONF
[server]
datadir = $work
[http]
enabled = false
[tcp]
bind_to_address = 127.0.0.1
port = $((port + 1))
[stream]
bind_to_address = 127.0.0.1
port = $port
source = pipe://$work/rooms?name=rooms&sampleformat=48000:16:2&codec=flac&controlscript=$script
CONF
    snapserver -c server.conf --logging.sink=stdout --logging.filter='*:info' >server.log 2>&1 &
    server=$!
}

end_server() {
    kill -KILL $server
    wait $server 2>/dev/null
    server=
}

# rpc METHOD PARAMS: asks the server as an app does; its answer is in the file answer
rpc() {
    bash -c 'exec 3<>"/dev/tcp/127.0.0.1/$0" || exit 1
        printf "{\"id\":1,\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":%s}\r\n" "$1" "$2" >&3
        while IFS= read -r -t 5 line <&3; do
            case $line in *"\"id\":1,"*) echo "$line" && exit ;; esac
        done
        exit 1' $((port + 1)) "$1" "$2" >answer 2>/dev/null
}

# control COMMAND [PARAMS]: what a button of an app does
control() {
    rpc Stream.Control "{\"id\":\"rooms\",\"command\":\"$1\",\"params\":${2:-{\}}}" && grep -q '"result":"ok"' answer ||
        failed "$1 was answered with: $(cat answer)"
}

# shows NAME VALUE: what an app shows of the stream
shows() {
    is_that() {
        rpc Server.GetStatus '{}' && [ "$("$json_ok" "result.server.streams.0.properties.$1" <answer 2>&1)" = "$2" ]
    }
    until_so is_that "$@" || failed "$1 is $("$json_ok" "result.server.streams.0.properties.$1" <answer 2>&1), not $2: $(tail -n 5 server.log)"
}

# has NAME VALUE: what the player says of itself
has() {
    is_so() {
        run ctl status --json && [ "$("$json_ok" "$1" <out 2>&1)" = "$2" ]
    }
    until_so is_so "$@" || failed "$1 of the player is $("$json_ok" "$1" <out 2>&1), not $2: $(cat played)"
}

is_serving() {
    rpc Server.GetStatus '{}' && grep -q '"result"' answer
}

both_connected() {
    rpc Server.GetStatus '{}' && [ "$(grep -o '"connected":true' answer | wc -l)" = 2 ]
}

plays() {
    "$unknot" play "./$1.lua" --sink pipe --device "$work/rooms" >played 2>&1 </dev/null &
    player=$!
}

# loud_at FILE: where its first byte is that is not silence
loud_at() {
    cmp "$1" /dev/zero 2>/dev/null | sed -n 's/.*byte \([0-9]*\),.*/\1/p'
}

# has_all FILE: what was played is in it, each bit, in one piece
has_all() {
    from=$(loud_at "$1") && [ -n "$from" ] && cmp -s -i "$((from - 1)):$((first - 1))" -n "$((length - first + 1))" "$1" wanted.raw
}

# two ports that are free; higher ones are given to connections, and one to itself would be taken for the server
tries=0
while [ $tries -lt 20 ]; do
    port=$((10000 + ($$ * 7 + tries * 997) % 20000))
    begin_server
    until_so is_serving && ! grep -q 'Address already in use' server.log && break
    end_server
    tries=$((tries + 1))
done

# nothing plays, so there is nothing to steer
shows canControl false
rpc Stream.Control '{"id":"rooms","command":"pause","params":{}}'
! grep -q '"result":"ok"' answer || failed "nothing was paused: $(cat answer)"

# both rooms hear the same, each bit; on a machine that is too busy Snapcast leaves something out, so there are three tries
"$unknot" play ./short.lua --sink pipe --device raw >wanted.raw 2>/dev/null
first=$(loud_at wanted.raw)
length=$(wc -c <wanted.raw)
both_heard_it() {
    for room in 1 2; do
        rm -f room$room
        snapclient -h 127.0.0.1 -p $port --hostID room$room -i $room --mixer none --player "file:filename=$work/room$room,mode=w" \
            --logsink stdout >client$room.log 2>&1 &
        eval client$room=$!
    done
    until_so both_connected || failed "the rooms are not connected: $(tail -n 3 client1.log)"
    plays short
    wait $player
    same $? 0 "the player"
    # the server's buffer has a second of it still
    end1=$(($(wc -c <room1) + 2 * 192000))
    end2=$(($(wc -c <room2) + 2 * 192000))
    until_so heard_out || failed "the rooms stand still: $(tail -n 3 client1.log)"
    kill $client1 $client2
    wait $client1 $client2 2>/dev/null
    client1='' client2=''
    has_all room1 && has_all room2
}
heard_out() {
    [ "$(wc -c <room1)" -ge $end1 ] && [ "$(wc -c <room2)" -ge $end2 ]
}
both_heard_it || both_heard_it || both_heard_it || failed "the rooms heard something else: $(tail -n 5 client1.log)"

# an app shows what plays, and steers it
plays long
shows canControl true
shows playbackStatus playing
shows metadata.title First
shows metadata.album "Long & wide"
control pause
has state paused
shows playbackStatus paused
control play
has state playing
control playPause
has state paused
control playPause
has state playing
control next
has step "Zweite Hälfte"
shows metadata.title "Zweite Hälfte"
shows metadata.trackNumber 2
control pause
control setPosition '{"position":242}'
has step "Third one"
shows canGoNext false
control seek '{"offset":-200}'
has step First
shows canGoNext true
control play
rpc Stream.SetProperty '{"id":"rooms","property":"volume","value":35}'
has volume 0.34999999999999998
shows volume 35
rpc Stream.SetProperty '{"id":"rooms","property":"shuffle","value":true}'
grep -q 'only the volume' answer || failed "shuffled: $(cat answer)"

# the server goes, and what it started goes with it; time goes on, and when it is back all is as it was
child=$(cat /proc/$server/task/$server/children)
end_server
is_gone() {
    ! grep -q '^State:.[^Z]' "/proc/$child/status"
}
until_so is_gone || failed "unknot-snapcast is left behind"
has trouble "nobody reads the pipe '$work/rooms'"
begin_server
has trouble ""
shows canControl true
control pause
has state paused
control play

# so it is when the player goes
must 0 ctl quit
wait $player
same $? 0 "the player, told to quit"
shows canControl false
shows playbackStatus stopped
shows metadata 0
plays long
shows canControl true
kill -KILL $player
wait $player 2>/dev/null
shows canControl false

# one that stands still is given up, not waited for
plays long
shows canControl true
kill -STOP $player
rpc Stream.Control '{"id":"rooms","command":"pause","params":{}}'
grep -q 'unknot does not answer' answer || failed "one that stands still: $(cat answer)"
shows canControl false
kill -CONT $player
shows canControl true
end_server

# what is not JSON, or asks for what there is not, is answered; nothing is too long
{
    head -c 200000 /dev/zero | tr '\0' x
    printf '\nnoise \377\n[]\n{"id":5,"method":"What"}\n{"id":6,"method":"Plugin.Stream.Player.Control","params":{"command":"dance"}}\n'
    printf '{"id":"last","method":"Plugin.Stream.Player.GetProperties"}\n'
    until_so grep -q last said
} | "$script" --stream=rooms >said
same $? 0 "unknot-snapcast at the end of its input"
while read -r line; do
    echo "$line" | "$json_ok" jsonrpc >/dev/null || failed "not JSON: $line"
done <said
same "$(grep -c '"error"' said)" 4 "what is refused"
kill -KILL $player
wait $player 2>/dev/null
player=

# nobody reads, or there is no pipe
must 1 play ./long.lua --sink pipe --device "$work/rooms"
says err "nobody reads the pipe '$work/rooms'"
must 1 play ./long.lua --sink pipe --device "$work/nowhere"
says err "there is no pipe '$work/nowhere'"
must 2 play ./long.lua --sink pipe --device ./long.lua
one_sentence
finish
