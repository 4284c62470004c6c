#!/bin/sh
# voice_import.sh BUILD [VOICE [READINGS]] - how many lines of a reading an import finds. Run by hand: it takes a quarter of a minute for each reading.
#
# The script is that of a routine that comes with unknot. A speech program reads it, with pauses as uneven as people's; three lines are left out,
# three are said twice, and twice somebody coughs. Where each line is, is known from the plan of the reading.
build=$(cd "$1" && pwd) || exit 2
voice=${2:-flite}
readings=${3:-3}
unknot=$build/bin/unknot
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
export XDG_DATA_HOME="$work/data" XDG_CONFIG_HOME="$work/config"

"$unknot" voice export suboccipitals -o script.csv >/dev/null || exit 1
# the texts alone: what stands behind the third comma, without its quotes
sed '1d; s/^[^,]*,[^,]*,[^,]*,//; s/^"//; s/"$//' script.csv >lines

reading=1
while [ "$reading" -le "$readings" ]; do
    awk -v seed="$reading" '
        function uneven(middle) { return middle * exp(0.35 * (rand() + rand() + rand() + rand() - 2) / 0.577) }
        function choose(n, list,    k) { while (n > 0) { k = 1 + int(rand() * NR); if (!(k in used)) { used[k] = list[k] = 1; n-- } } }
        { line[NR] = $0 }
        END {
            srand(seed)
            choose(3, out); choose(3, again); choose(2, cough)
            print "return { title = \"Reading\", summary = \"Reads lines.\", play = function()"
            print "local hum = tone { kind = \"noise\", db = -70, fade_in = 0.01 } wait(2)"
            for (i = 1; i <= NR; i++) {
                if (i in cough) print "tone { kind = \"noise\", colour = \"white\", seconds = 0.35, db = -22, fade_in = 0.02, fade_out = 0.2 } wait(1.5)"
                for (k = (i in again) ? 2 : 1; k > 0 && !(i in out); k--)
                    printf "say [==[%s]==] wait(%.3f)\n", line[i], uneven(1.5)
            }
            print "cut(hum) end }"
        }' lines >"reading.lua"
    "$unknot" render ./reading.lua --voice "$voice" -o "reading.wav" >/dev/null && "$unknot" plan ./reading.lua --voice "$voice" --format json >plan || exit 1
    rm -f reading.matching.csv
    "$unknot" voice import reading.wav --script script.csv --as "en-$reading" >/dev/null
    # the last time that each text is said, in the order of the script
    sed -n 's/^ *{"at_frames": \([0-9]*\), .*"kind": "phrase".*"text": "\(.*\)"}.*/\1 \2/p' plan >said
    sed 's/^\([^,]*\),[^,]*,\([^,]*\),\([^,]*\),.*/\1 \2 \3/; 1d' reading.matching.csv | awk -v name="$voice $reading" '
        function seconds(s,    part) { split(s, part, ":"); return part[1] * 60 + part[2] }
        FILENAME == "said" { text = $0; sub(/^[0-9]* /, "", text); at[text] = $1 / 48000; next }
        FILENAME == "lines" { line[++n] = $0; next }
        $0 ~ /^[^ ]* [a-z]/ || $0 ~ /^ [a-z]/ {
            i++
            found = $0 !~ /^ /
            there = line[i] in at
            good = found == there && (!found || (seconds($1) > at[line[i]] - 0.2 && seconds($1) < at[line[i]] + 0.4))
            sure = $(NF - 1) >= 95
            if (found && !sure) unsure++
            else if (good) right++
            else if (found) wrong++
            else missed++
        }
        END { printf "%s: of %d lines %d right, %d unsure, %d missed, %d wrong\n", name, i, right, unsure, missed, wrong }' said lines -
    reading=$((reading + 1))
done
