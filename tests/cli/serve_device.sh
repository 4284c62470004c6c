#!/bin/sh
# unknot serve and a sound device: it starts without one, begins to play when one is there, and has it open only while it plays. What is
# wrong is heard, also without a voice.
. "$1/tests/cli/ground"
paced=$build_folder/tests/libasound_module_pcm_paced.so
[ -e "$paced" ] && [ -e "$build_folder/lib/unknot/plugins/sink-portaudio.so" ] && command -v pgrep >/dev/null || {
    echo "skipped: no PortAudio, ALSA or pgrep here"
    exit 77
}
trap 'kill -KILL $service 2>/dev/null; rm -rf "$work"' EXIT
export ALSA_CONFIG_PATH="$work/asound.conf" PACED_LIB="$paced" AUDIO_OUT="$work/out.raw" AUDIO_LOG="$work/log" AUDIO_CTL="$work/control"
mkdir -p "$HOME/.local/share/unknot/routines" plugins
cp "$build_folder"/lib/unknot/plugins/*.so plugins
rm -f plugins/voice-*
export UNKNOT_PLUGINS="$work/plugins"
cat >"$HOME/.local/share/unknot/routines/long.lua" <<'LUA'
return {
  title = "Long",
  play = function()
    tone { kind = "sine", hz = 440, seconds = 60, db = -12 }
    wait(60)
  end,
}
LUA
echo 'return { title = "Broken", play = function() nonsense() end }' >"$HOME/.local/share/unknot/routines/broken.lua"

wait_for() {
    what=$1
    shift
    tries=0
    until "$@"; do
        tries=$((tries + 1))
        [ $tries -lt 150 ] || { failed "never: $what: $("$unknot" ctl status 2>&1; cat service)"; return; }
        sleep 0.1
    done
}
says_status() {
    "$unknot" ctl status 2>/dev/null | grep -qF -- "$1"
}
is_heard() {
    [ -s out.raw ] && [ "$(tr -d '\000' <out.raw | wc -c)" -gt 10000 ]
}
is_closed() {
    ! pgrep -P "$service" unknot-audio >/dev/null
}

cp "$source_folder/tests/audio/asound/none.conf" asound.conf
"$unknot" serve long >service 2>&1 </dev/null &
service=$!
wait_for 'the service answers' says_status volume
must 0 ctl play long
wait_for 'it waits for a device' says_status 'waiting  long'
must 0 ctl status
says out 'it begins when one is there'
must 0 ctl stop
wait_for 'it waits no more' says_status idle
must 0 ctl play long
wait_for 'it waits again' says_status 'waiting  long'
cp "$source_folder/tests/audio/asound/paced.conf" asound.conf
wait_for 'it plays when a device is there' says_status 'playing  Long'
wait_for 'it is heard' is_heard
must 0 ctl stop
wait_for 'it is idle' says_status idle
wait_for 'the device is closed' is_closed

rm -f out.raw
must 0 ctl play broken
wait_for 'the notes of trouble are heard' is_heard
must 0 ctl status
says out 'fault    broken.lua'
wait_for 'the device is closed again' is_closed

# SIGTERM while it plays: faded out, closed, over
must 0 ctl play long
wait_for 'it plays again' says_status 'playing  Long'
before=$(date +%s%N)
kill -TERM "$service"
wait "$service"
same $? 0 "the service, after SIGTERM"
took=$((($(date +%s%N) - before) / 1000000))
[ $took -lt 2200 ] || failed "SIGTERM took $took ms"
echo "SIGTERM while playing: $took ms"
finish
