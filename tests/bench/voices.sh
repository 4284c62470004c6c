#!/bin/bash
# What each voice that is installed sounds like, in figures:
#   tests/bench/voices.sh BUILD_FOLDER [VOICE...]
# A voice is as --voice takes it. Without any: all that are known, the ones that are not installed left out. A recogniser stands in for ears
# (Debian: pocketsphinx, pocketsphinx-en-us); without it its columns are "-". The columns are told in tests/README.md.
set -eu
build=$(realpath "${1:?usage: voices.sh BUILD_FOLDER [VOICE...]}")
shift
here=$(realpath "$(dirname "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work/cache
unknot=$build/bin/unknot
bench=$build/tests/bench_voices
model=/usr/share/pocketsphinx/model/en-us
before=4 # s of bed alone: it fades in over 3

if [ $# = 0 ]; then
    set -- flite command:festival-slt command:festival command:rhvoice 'command:rhvoice -p bdl' command:pico2wave command:espeak-ng
fi

plain() { # as the recogniser writes it
    tr 'A-Z' 'a-z' | tr -cd "a-z' \n"
}

# How many words of $1 (what was said) are wrong, missing or too many in $2 (what was understood), and how many there are.
wrong_words() {
    awk 'function least(a, b) { return a < b ? a : b }
    FNR == NR { said[FNR] = $0; next }
    {
        n = split(said[FNR], a, " ")
        m = split($0, b, " ")
        for (j = 0; j <= m; j++)
            d[0, j] = j
        for (i = 1; i <= n; i++) {
            d[i, 0] = i
            for (j = 1; j <= m; j++)
                d[i, j] = least(least(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + (a[i] != b[j]))
        }
        wrong += d[n, m]
        words += n
    }
    END { printf "%.1f", words ? 100 * wrong / words : 0 }' "$1" "$2"
}

# What part of the words is not understood, in %, of the files FOLDER/NAME-00.wav and on: with the recogniser's big model of English, or only
# with the words that occur, all equally likely, which knows sounds and no grammar.
error_rate() { # FOLDER NAME LANGUAGE_MODEL
    if ! command -v pocketsphinx_batch > /dev/null; then
        printf -- -
        return
    fi
    (cd "$1" && printf '%s\n' "$2"-*.wav | sed 's/\.wav$//') > "$work/list"
    pocketsphinx_batch -adcin yes -adchdr 44 -cepdir "$1" -cepext .wav -ctl "$work/list" -hyp "$work/heard" -hmm "$model/en-us" \
        -dict "$model/cmudict-en-us.dict" -lm "$3" -cmn batch -logfn /dev/null
    sed 's/ *([^()]*)$//' "$work/heard" > "$work/understood"
    wrong_words "$work/said" "$work/understood"
}

# Every cue over the usual bed, and without it, as the command renders it: PATH/bed-NN.wav and PATH/quiet-NN.wav. Prints how far the bed is
# under the voice while it speaks, in LU: the least of all cues.
render_all() { # VOICE PATH
    local number=0 length name
    while read -r cue; do
        name=$(printf %02d $number)
        printf 'return { title = "Cue", play = function() %s wait(%s) say %s wait(1) end }\n' 'bed()' $before "\"$cue\"" > "$2/cue.lua"
        "$unknot" render "$2/cue.lua" --voice "$1" -o "$2/both.wav" > /dev/null
        "$unknot" render "$2/cue.lua" --voice "$1" --only-voice -o "$2/voice.wav" > /dev/null
        length=$(($(stat -c %s "$2/voice.wav") / 192000 - 1)) # 48000 frames a second of 4 bytes; a second at its end
        "$bench" cut "$2/both.wav" $((before - 1)) $((length + 1)) "$2/bed-$name.wav"
        "$bench" cut "$2/voice.wav" $((before - 1)) $((length + 1)) "$2/quiet-$name.wav"
        "$bench" under "$2/voice.wav" "$2/both.wav" $before $length
        number=$((number + 1))
    done < "$here/cues.txt" | awk '{ if (NR == 1 || $2 < least) least = $2 } END { printf "%.0f", least }'
}

plain < "$here/cues.txt" > "$work/said"
tr ' ' '\n' < "$work/said" | sort -u | sed '/^$/d' > "$work/words"
awk '{ word[NR] = $0 } END {
    chance = log(1 / (NR + 1)) / log(10)
    printf "\\data\\\nngram 1=%d\n\n\\1-grams:\n-99 <s>\n%f </s>\n", NR + 2, chance
    for (i = 1; i <= NR; i++)
        printf "%f %s\n", chance, word[i]
    printf "\n\\end\\\n"
}' "$work/words" > "$work/flat.lm"

echo "                             words a min    as the engine gives it      through the chain        raw        in quiet    over the bed  the bed"
echo "voice                        speech played  LUFS spread  peak  tilt   LUFS spread  peak  tilt   big  flat    big  flat    big  flat   is under"
for voice; do
    folder=$work/voice-$RANDOM
    mkdir "$folder"
    if ! figures=$("$bench" speak "$build/lib/unknot/plugins" "$voice" "$folder" < "$here/cues.txt" 2> "$work/why"); then
        echo "$voice is left out: $(sed 's/^[^ ]*: //' "$work/why" | head -n 1)" >&2
        continue
    fi
    under=$(render_all "$voice" "$folder")
    printf '%-28.28s  %s ' "$voice" "$figures"
    for set in raw quiet bed; do
        printf ' %5s %5s ' "$(error_rate "$folder" $set "$model/en-us.lm.bin")" "$(error_rate "$folder" $set "$work/flat.lm")"
    done
    printf ' %5s\n' "$under"
done
