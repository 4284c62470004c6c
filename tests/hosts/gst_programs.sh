#!/bin/sh
# GStreamer's own programs play routines: the same bits as a render, one after the other without a gap, and errors in our words.
. "$1/tests/cli/ground"
. "$1/tests/hosts/gst_ground"
need gst-launch-1.0 gst-play-1.0 gst-inspect-1.0 flac
write_tones low 220
write_tones high 880

gst-inspect-1.0 unknotsrc >out 2>err || failed "gst-inspect: $(cat err)"
for words in 'primary (256)' 'Source/Audio' 'Author .*unknot' '^ *unknot$' 'S16LE' '"press"' 'location .*unknot://' 'step .*Title' 'language .*de-AT'; do
    grep -q -- "$words" out || failed "gst-inspect does not say '$words'"
done

# a file by an encoder of theirs
must 0 render suboccipitals --minutes 5 -o ours.flac
gst-launch-1.0 -q uridecodebin uri='unknot://suboccipitals?minutes=5' ! audioconvert ! flacenc ! filesink location=theirs.flac >out 2>&1 ||
    failed "gst-launch: $(cat out)"
bits ours.flac
bits theirs.flac
alike ours.raw theirs.raw
if command -v metaflac >/dev/null; then
    metaflac --list theirs.flac >list
    says list 'TITLE=Suboccipitals'
    grep -q 'type: 5 (CUESHEET)' list || failed "the file has no steps"
fi

# another rate, when it is asked for
must 0 render low --rate 44100 -o slower.flac
gst-launch-1.0 -q unknotsrc location=low ! audio/x-raw,rate=44100 ! filesink location=theirs.raw >out 2>&1 || failed "gst-launch: $(cat out)"
bits slower.flac
alike slower.raw theirs.raw

# two routines, without a gap
for name in low high; do
    must 0 render $name -o $name.flac
    bits $name.flac
done
cat low.raw high.raw >both.raw
gst-play-1.0 --gapless --audiosink='capsfilter caps=audio/x-raw,format=S16LE ! filesink location=played.raw' unknot://low unknot://high \
    >out 2>&1 </dev/null || failed "gst-play: $(cat out)"
alike both.raw played.raw

# what cannot be
gst-play-1.0 --audiosink=fakesink unknot://lo >out 2>&1 </dev/null
says out "there is no routine 'lo'"
gst-launch-1.0 -q playbin uri='unknot://low?minutes=some' audio-sink=fakesink >out 2>&1 && failed "gst-launch played 'some' minutes"
says out "minutes is 'some'"

# killed in the middle, it leaves none of our helpers
gst-launch-1.0 -q unknotsrc location=suboccipitals ! fakesink sync=true >out 2>&1 &
player=$!
has_helpers() {
    helpers=$(cat /proc/$player/task/*/children) && [ -n "$helpers" ]
}
until_so has_helpers || failed "no helpers: $(cat out)"
helpers=$(cat /proc/$player/task/*/children 2>/dev/null)
kill -KILL $player
wait $player 2>/dev/null
for helper in $helpers; do
    gone() { ! kill -0 "$helper" 2>/dev/null || grep -q '^State:.*Z' /proc/"$helper"/status; }
    until_so gone || failed "process $helper was left behind"
done
finish
