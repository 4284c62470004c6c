#!/bin/sh
# control-mpris, as playerctl and desktops use it: on a session bus of its own.
[ -f "$2/lib/unknot/plugins/control-mpris.so" ] || exit 77
for program in playerctl dbus-run-session dbus-monitor; do
    command -v $program >/dev/null || exit 77
done
if [ -z "$UNKNOT_TEST_BUS" ]; then
    DBUS_SESSION_BUS_ADDRESS='' UNKNOT_TEST_BUS=1 exec dbus-run-session -- sh "$0" "$1" "$2"
fi
. "$1/tests/cli/ground"
trap 'kill -KILL $player $second $monitor $follower 2>/dev/null; rm -rf "$work"' EXIT
player='' second='' monitor='' follower=''
mkdir secret-folder
cat >secret-folder/long.lua <<'LUA'
return {
  title = "Long & wide",
  summary = "Steps of two minutes.",
  play = function()
    mark "First"
    tone { kind = "sine", hz = 440, seconds = 0.5, db = -12 }
    wait(120)
    mark "Zweite Hälfte"
    local event = listen { seconds = 120, "longer" }
    if event then wait(300) end
    mark "Third"
    wait(60)
  end,
}
LUA

asks() {
    playerctl -p unknot "$@" 2>&1
}

# gets WORDS QUESTION...: what playerctl answers, once it does
gets() {
    wanted=$1
    shift
    is_that() {
        [ "$(asks "$@")" = "$wanted" ]
    }
    until_so is_that "$@" || failed "playerctl $* says \"$(asks "$@")\", not \"$wanted\""
}

# between FROM TO: the position in seconds
between() {
    at=$(asks position)
    [ "${at%.*}" -ge "$1" ] && [ "${at%.*}" -le "$2" ]
}

# send METHOD ARGUMENTS...: without the caution of playerctl
send() {
    dbus-send --session --print-reply=literal --dest="org.mpris.MediaPlayer2.${to:-unknot}" /org/mpris/MediaPlayer2 "$@" 2>&1
}

property() {
    send org.freedesktop.DBus.Properties.Get string:"$1" string:"$2" | sed 's/^ *variant *//; s/ *$//'
}

monitored() {
    grep -qF "$1" monitored
}

dbus-monitor --session "path='/org/mpris/MediaPlayer2'" >monitored 2>&1 &
monitor=$!
"$unknot" play ./secret-folder/long.lua --sink null --control mpris >played 2>&1 </dev/null &
player=$!
until_so asks status || failed "no player on the bus: $(cat played)"
gets Playing status
same "$(playerctl -l)" unknot "the players there are"
gets 'First' metadata xesam:title
gets 'Long & wide' metadata xesam:album
same "$(asks metadata mpris:length)" 300000000 "the length in microseconds"
same "$(asks metadata mpris:trackid)" "'/unknot/routine/long'" "the track"
same "$(asks metadata xesam:trackNumber)" 1 "the number of the step"
asks metadata >all
! grep -q 'secret-folder\|\.lua' all monitored || failed "a path in the metadata: $(cat all)"

# pause and go on
asks pause
gets Paused status
asks play-pause
gets Playing status
asks play-pause
asks play
gets Playing status
until_so monitored '"Paused"' || failed "nobody was told of the pause"

# steps and positions
asks next
gets 'Zweite Hälfte' metadata xesam:title
until_so between 120 130 || failed "the second step is not where it is: $(asks position)"
until_so monitored 'member=Seeked' || failed "nobody was told of the jump"
asks position 200
between 199 203 || failed "position 200 went to $(asks position)"
asks position 10+
between 209 215 || failed "10 seconds on went to $(asks position)"
asks position 100-
between 109 120 || failed "100 seconds back went to $(asks position)"
gets First metadata xesam:title
asks previous
until_so between 0 5 || failed "to the beginning of the step went to $(asks position)"
asks next
asks next
gets Third metadata xesam:title
same "$(property org.mpris.MediaPlayer2.Player CanGoNext)" 'boolean false' "CanGoNext at the last step"
send org.mpris.MediaPlayer2.Player.Next >next.out
same "$(cat next.out)" "" "next at the last step"
gets Third metadata xesam:title
asks previous

# the volume
same "$(asks volume)" 1.000000 "the volume"
asks volume 0.4
gets 0.400000 volume
asks volume 0.1-
gets 0.300000 volume
must 0 ctl volume 55
gets 0.550000 volume

# a press from elsewhere makes it longer
must 0 ctl seek 130
gets 'Zweite Hälfte' metadata xesam:title
must 0 ctl press longer
longer() {
    [ "$(asks metadata mpris:length)" -gt 300000000 ]
}
until_so longer || failed "the length is still $(asks metadata mpris:length)"

# who follows is told, without asking
playerctl -p unknot --follow status >followed 2>&1 &
follower=$!
until_so grep -q Playing followed
must 0 ctl pause
until_so grep -q Paused followed || failed "who follows is not told of a pause from elsewhere"
must 0 ctl resume

# what cannot be
send org.mpris.MediaPlayer2.Player.OpenUri string:file:///etc/passwd | grep -q "unknot play" || failed "OpenUri does not say why not"
send org.mpris.MediaPlayer2.Player.SetPosition objpath:/some/other int64:5000000 >/dev/null
! between 0 20 || failed "a position in another track was taken"
send org.mpris.MediaPlayer2.Player.Seek int64:-9223372036854775808 >/dev/null
until_so between 0 5 || failed "far back is not the start: $(asks position)"
send org.freedesktop.DBus.Properties.Set string:org.mpris.MediaPlayer2.Player string:Volume variant:double:nan >/dev/null
gets 0.000000 volume
same "$(property org.mpris.MediaPlayer2 Identity)" unknot "the name"
send org.mpris.MediaPlayer2.Player.Nothing | grep -q "Unknown\|unknown" || failed "an unknown method is not refused"

# a second one has a name of its own
"$unknot" play ./secret-folder/long.lua --sink null --control mpris >second.out 2>&1 </dev/null &
second=$!
other() {
    playerctl -l | grep -q "^unknot\.instance$second\$"
}
until_so other || failed "a second player is not on the bus: $(playerctl -l)"
to=unknot.instance$second
send org.mpris.MediaPlayer2.Quit >/dev/null
wait $second
same $? 0 "the second player, told to quit"
second='' to=''

# stop ends it, as it does by every other key; and it leaves the bus
asks stop
asks stop
wait $player
same $? 0 "the player, told to stop twice"
player=
same "$(playerctl -l 2>/dev/null)" "" "players left on the bus"
! grep -q 'secret-folder' monitored || failed "a path on the bus"

# a bus that goes away takes nothing along but itself
cat >goes.sh <<'SH'
"$1" play ./secret-folder/long.lua --sink null --control mpris >third.out 2>&1 </dev/null &
echo $! >third.pid
until playerctl -p unknot status >/dev/null 2>&1; do sleep 0.05; done
SH
dbus-run-session -- sh goes.sh "$unknot" 2>/dev/null
must 0 ctl seek 100
must 0 ctl status
says out "playing  Long & wide, 1:40"
says out "trouble  the session bus is gone"
same "$(grep -c '^unknot: the session bus is gone' third.out)" 1 "times that it is said"
must 0 ctl quit

# no bus, something after the name
(
    export DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere
    run play ./secret-folder/long.lua --sink null --control mpris
    exit "$code"
)
same $? 1 "a play without a bus"
one_sentence
says err "no session bus"
must 2 play ./secret-folder/long.lua --sink null --control mpris:x
one_sentence
finish
