#!/bin/bash
# The cost of rendering the reference hour beside yardsticks, all in one run:
#   tests/bench/reference_hour.sh BUILD_FOLDER
# Needs sox and ffmpeg for the peers; without them their lines are left out. Peers get the voice and bells ready mixed in one file, and
# SoX does no ducking: both have less to do than unknot.
set -eu
build=$(realpath "${1:?usage: reference_hour.sh BUILD_FOLDER}")
here=$(realpath "$(dirname "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unknot=$build/bin/unknot
measure=$build/tests/measure

minutes_of() { # a routine that is the first $1 minutes of the reference hour
    sed -e "s/for minute = 0, 59/for minute = 0, $(($1 - 1))/" -e "s/seconds = 3600/seconds = $(($1 * 60))/" "$here/reference-hour.lua"
}

"$unknot" render "$here/reference-hour.lua" -o "$work/warm.wav" > /dev/null # the voice is in the cache now
minutes_of 6 > "$work/six.lua"
sed -e '/bed {/d' "$here/reference-hour.lua" > "$work/voice.lua"
"$unknot" render "$work/voice.lua" -o "$work/voice.wav" > /dev/null

echo "one hour, stereo, 48 kHz, 16 bit"
"$measure" "libsndfile, writing only" "$build/tests/write_only" "$work/o.wav" 3600
"$measure" "unknot render" "$unknot" render "$here/reference-hour.lua" -o "$work/o.wav"
"$measure" "unknot render, six minutes" "$unknot" render "$work/six.lua" -o "$work/o.wav"
if command -v sox > /dev/null; then
    "$measure" "sox, no ducking" sox -m "$work/voice.wav" \
        "|sox -n -r 48000 -c 2 -p synth 3600 pinknoise pinknoise vol 0.01" \
        "|sox -n -r 48000 -c 2 -p synth 3600 sine 197 sine 203 vol 0.01" -b 16 "$work/o.wav"
fi
if command -v ffmpeg > /dev/null; then
    "$measure" "ffmpeg, ducking and limiter" ffmpeg -v error -y -i "$work/voice.wav" -filter_complex \
        "anoisesrc=c=pink:r=48000:d=3600:a=0.02:s=1[n1];anoisesrc=c=pink:r=48000:d=3600:a=0.02:s=2[n2];[n1][n2]join=inputs=2:channel_layout=stereo[n];sine=f=197:r=48000:d=3600[s1];sine=f=203:r=48000:d=3600[s2];[s1][s2]join=inputs=2:channel_layout=stereo,volume=0.01[s];[n][s]amix=inputs=2:normalize=0[bed];[0:a]asplit[v1][v2];[bed][v1]sidechaincompress=threshold=0.02:ratio=8:attack=60:release=800[duck];[duck][v2]amix=inputs=2:normalize=0,alimiter=limit=0.89:level=0" \
        -c:a pcm_s16le "$work/o.wav"
fi
echo "first sound: from the start of the process to the first bytes of a routine whose voice is in the cache"
"$unknot" render upper-trapezius -o "$work/warm.wav" > /dev/null
for _ in 1 2 3 4 5; do
    timeout 20 "$measure" "unknot render -o -" sh -c "exec '$unknot' render upper-trapezius -o - 2> /dev/null | head -c 9600"
done
