#!/bin/sh
# unknot://ROUTINE in mpv: the bits of a render, after seeks too; what mpv knows of it; what it says when there is none; what is left.
. "$1/tests/cli/ground"
. "$1/tests/hosts/player"

# the whole of it
reference short.raw short
reference high.raw short --set pitch=high
reference shipped.raw suboccipitals --minutes 5
to_file out.raw unknot://short
cmp short.raw out.raw || failed "mpv plays other bits"
to_file out.raw 'unknot://suboccipitals?minutes=5'
cmp shipped.raw out.raw || failed "mpv plays other bits of a shipped routine"

# several, opened one by one or ahead
for ahead in no yes; do
    to_file out.raw --prefetch-playlist=$ahead unknot://short 'unknot://short?pitch=high' unknot://short
    cat short.raw high.raw short.raw | cmp - out.raw || failed "a playlist plays other bits, with prefetch-playlist=$ahead"
done

# a hundred seeks, as parts of a list that mpv edits together
address='unknot://suboccipitals?minutes=5'
awk -v n=$(($(wc -c <shipped.raw) / 4)) 'BEGIN { srand(7); for (i = 0; i < 100; i++) print int(rand() * (n - 48000)) }' >starts
list=edl://$(awk -v address="%${#address}%$address" '{ printf "%s,%.9f,0.25;", address, $1 / 48000 }' starts)
to_file out.raw -v "$list"
[ "$(grep -c 'execute seek' said)" -ge 100 ] || failed "mpv did not seek a hundred times"
# shellcheck disable=SC2046
"$slices" out.raw $(sed 's/^/shipped.raw:/' starts) >heard || failed "after seeks mpv plays other bits"
same "$(awk '$3 >= 11999 && $3 <= 12001' heard | wc -l)" 100 "parts of the sound"

# what it knows
to_file out.raw --pause --length=0.1 --script="$hosts/mpv_knows.lua" unknot://short
says said 'title: Short & <sweet>'
says said 'artist: unknot'
says said "duration: $(awk -v bytes="$(wc -c <short.raw)" 'BEGIN { printf "%.6f", bytes / 192000 }')"
says said 'chapter: 0.000 First'
grep -q 'chapter: [5-9]\.[0-9]* Second half' said || failed "there is no second chapter: $(cat said)"
says said 'subtitles: yes captions'
says said 'Hello there.'
says said 'window: none'
to_file out.raw --pause --length=0.1 --sid=no --script="$hosts/mpv_knows.lua" unknot://short
says said 'subtitles: no captions'

# what cannot be played
player --ao=null unknot://shrt
same "$code" 2 "exit code of mpv"
says said "unknot: there is no routine 'shrt' (did you mean 'short'?)"
player --ao=null 'unknot://short?pitch=7'
same "$code" 2 "exit code of mpv"
says said "pitch can be low, high, not '7'"
player --ao=null --script-opts=unknot-enabled=no unknot://short
same "$code" 2 "exit code of mpv without the plugin"
says said 'No protocol'

# where mpv looks by itself
mkdir -p "$HOME/.config/mpv/scripts"
ln -s "$plugin" "$HOME/.config/mpv/scripts/"
mpv --ao=null --length=0.1 unknot://short >said 2>&1 </dev/null || failed "mpv does not find the plugin: $(cat said)"

# fifty, each closed long before its end: nothing more is open than at the beginning, and nobody is left
set --
while [ $# -lt 50 ]; do
    set -- "$@" unknot://short
done
to_file out.raw --msg-level=all=error,mpv_left=info --end=0.1 --script="$hosts/mpv_left.lua" "$@"
first=$(sed -n 's/.*first \([0-9]*\).*/\1/p' said) last=$(sed -n 's/.*last \([0-9]*\).*/\1/p' said)
[ "${last:-1000}" -le $((${first:-0} + 3)) ] || failed "at first $first files are open, at the end $last: $(cat said)"
mpv --no-config --load-scripts=no --script="$plugin" --really-quiet --ao=null unknot://suboccipitals &
player=$!
until_so pgrep -P $player unknot-decode || failed "mpv has no decoder"
helpers=$(pgrep -P $player unknot-)
kill -9 $player
wait $player 2>/dev/null
for helper in $helpers; do
    until_so test ! -e "/proc/$helper" || failed "process $helper is left when mpv is killed"
done
finish
