#!/bin/sh
# What is pressed in mpv, heard by a sound card: up to the press the old plan, from there on the new one, bit for bit, and soon.
. "$1/tests/cli/ground"
. "$1/tests/hosts/player"
export PACED_LIB="$build_folder/tests/libasound_module_pcm_paced.so"
[ -e "$PACED_LIB" ] || { echo "skipped: no sound card made of a clock (libasound2-dev)"; exit 77; }
export ALSA_CONFIG_PATH="$source_folder/tests/audio/asound/paced.conf" PRESSED="$work/pressed"
export AUDIO_OUT="$work/heard.raw" AUDIO_LOG="$work/card" AUDIO_CTL="$work/control"

# listen PRESSES: what the card hears, and the journal of that; a card that a busy machine let run dry hears it once more. It runs dry at the end.
listen() {
    for again in 1 2 3; do
        rm -f heard.raw card journal
        PRESSES="$1,99:nothing" player --ao=alsa --script="$hosts/mpv_presses.lua" unknot://pressed
        [ "$(grep -c xrun card)" -gt 1 ] || break
    done
    same "$code" 0 "exit code of mpv"
    count=$(wc -l <journal)
}

# The plans before and after each press of the journal: plan0.raw plan1.raw ...
plans() {
    reference plan0.raw pressed
    for i in $(seq "$count"); do
        head -n "$i" journal >until
        must 0 render pressed --journal until -o -
        tail -c +45 out >"plan$i.raw" # without the header
    done
}

# What was heard is the first plan, then from about the first press on the next one, and so on to the end of the last.
parts() {
    set -- plan0.raw:0
    for i in $(seq "$count"); do
        set -- "$@" "plan$i.raw:$(sed -n "${i}s/.*\"at\": \([0-9.]*\).*/\1/p" journal | awk '{ printf "%d", ($1 - 0.15) * 48000 }')"
    done
    NEAR=7200 "$slices" heard.raw "$@" >slices || failed "what is heard is not what the journal says"
    same "$(awk 'END { print $2 + $3 }' slices)" "$(($(wc -c <"plan$count.raw") / 4))" "end of what is heard"
}

# Seconds from press I to the first frame that is another: since the card began again, and what it played until then.
delay() {
    change=$(cmp "plan$(($1 - 1)).raw" "plan$1.raw" | sed 's/.*byte \([0-9]*\),.*/\1/')
    began=$(awk -v i="$1" '$2 == "start" && n++ == i { print $1 }' card)
    pressed=$(awk -v i="$1" 'NR == i { print $1 }' pressed)
    awk -v i="$1" -v change="$change" -v began="$began" -v pressed="$pressed" \
        'NR == i + 1 { printf "%.3f\n", began + (change / 4 - $2) / 48000 - pressed }' slices
}

listen "1:longer,4:next,5.5:pause;harder,6.5:stop,6.9:journal $work/journal"
same "$count" 4 "presses in the journal"
says said 'A little longer.' # subtitles and chapters are those of the new plan
says said 'longer (0:1'
plans
parts
for i in 1 2 4; do
    echo "press $i: heard after $(delay $i) s"
    delay $i | awk '{ exit !($1 > 0 && $1 < 0.6) }' || failed "press $i is heard after $(delay $i) s"
done
# twice in a pause: the second does not take the place of the first
listen "2:pause;longer;longer,6:stop,6.4:journal $work/journal"
same "$(grep -c longer journal)" 2 "presses in a pause"
finish
