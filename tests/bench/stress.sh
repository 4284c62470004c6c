#!/bin/bash
# Under-runs while the machine has no time for anybody:
#   tests/bench/stress.sh BUILD_FOLDER [MINUTES [ROUTINE]]     by default 10 minutes of full-body
# Plays through a device made of a clock (tests/audio/alsa_paced.c), which takes frames at their rate and notes when there are none, while
# stress-ng keeps every core busy, reads and writes, and turns memory over. Prints what the device and what the player counted. At most one in ten
# minutes is well. Needs stress-ng. PRIORITY=none: without real-time
# priority, as for a user who may not have it; else the player takes what it may.
set -eu
build=$(realpath "${1:?usage: stress.sh BUILD_FOLDER [MINUTES [ROUTINE]]}")
minutes=${2:-10}
routine=${3:-full-body}
tests=$(realpath "$(dirname "$0")/..")
work=$(mktemp -d)
service= noise=
trap 'kill $noise $service 2> /dev/null || true; wait 2> /dev/null || true; rm -rf "$work"' EXIT
mkdir -p "$work/home" "$work/run"
export HOME=$work/home XDG_RUNTIME_DIR=$work/run
export ALSA_CONFIG_PATH=$tests/audio/asound/paced.conf PACED_LIB=$build/tests/libasound_module_pcm_paced.so AUDIO_OUT= AUDIO_LOG=$work/log AUDIO_CTL=$work/control
cd "$work"

status() {
    "$build/bin/unknot" ctl status --json | tr -d '\n' | sed -n "s/.*\"$1\": *\"\{0,1\}\([^,\"}]*\).*/\1/p"
}

limits=()
[ "${PRIORITY:-}" != none ] || limits=(setpriv --bounding-set -sys_nice --inh-caps -sys_nice prlimit --rtprio=0)
"${limits[@]}" "$build/bin/unknot" serve > service 2>&1 &
service=$!
until "$build/bin/unknot" ctl status > /dev/null 2>&1; do sleep 0.1; done
"$build/bin/unknot" ctl play "$routine"
until [ "$(status state)" = playing ] && [ -s log ]; do sleep 0.1; done
before=$(grep -c xrun log || true)
seconds=$(awk -v m="$minutes" 'BEGIN { print int(m * 60) }')
stress-ng --quiet --cpu "$(nproc)" --io 2 --vm 1 --vm-bytes 128M --temp-path "$work" --timeout "$((seconds + 10))s" > /dev/null 2>&1 &
noise=$!
sleep "$seconds"
echo "$seconds s of $routine beside stress-ng on $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg): the device ran dry $(($(grep -c xrun log || true) - before)) times; the player says $(status dropouts), and \"$(status state)\" at $(status position) s"
for id in $service $(cat /proc/$service/task/*/children); do
    for thread in /proc/"$id"/task/*; do
        echo "  $(cat "$thread/comm") waited $(awk '{ printf "%.1f", $2 / 1e9 }' "$thread/schedstat") s for a core; $(chrt -p "${thread##*/}" | sed -n 's/.*policy: //p')"
    done
done
