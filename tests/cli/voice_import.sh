#!/bin/sh
# A human's voice: what somebody read aloud becomes a voice pack. The reader is a speech engine here, so that it is known where each line is:
# a routine says the lines with pauses, a cough and a hum of the room, and leaves out and repeats some; what it sounds like is the recording.
. "$1/tests/cli/ground"
[ -e "$build_folder/lib/unknot/plugins/voice-flite.so" ] || exit 77

cat >lines <<'TEXT'
Breathe in.
Let the shoulders drop, all the way down.
Stay where it is most tender.
Press a little, and stop when it turns sharp.
Soft jaw, soft eyes.
Turn the head slowly to the left, then to the right.
Rest.
Feel the weight of your hands and of both feet.
Nod a tiny yes.
Clear pressure, no ache yet.
Some soreness tomorrow is quite normal, and it passes.
Easier, the same, or harder?
Two.
Lift the head a little, and set it down again.
Take the weight off slowly.
That is all for today.
TEXT
{ echo "id,seconds,routine,text"; sed 's/.*/,,test,"&"/' lines; } >script.csv

# reading NAME LINES...: writes NAME.lua, which says these lines in this order; "cough" is a cough. The pauses are as uneven as people's.
reading() {
    name=$1
    shift
    {
        echo 'return { title = "Reading", summary = "Reads lines.", play = function()'
        echo '  local hum = tone { kind = "noise", db = -70, fade_in = 0.01 }'
        echo '  wait(1)'
        n=0
        for line; do
            n=$((n + 1))
            if [ "$line" = cough ]; then
                echo '  tone { kind = "noise", colour = "white", seconds = 0.35, db = -22, fade_in = 0.02, fade_out = 0.2 } wait(1.5)'
            else
                sed -n "${line}s/.*/  say \"&\"/p" lines
                echo "  wait(1.$((n * 37 % 70 + 10)))"
            fi
        done
        echo '  cut(hum)'
        echo 'end }'
    } >"$name.lua"
    must 0 render "./$name.lua" --voice flite -o "$name.wav"
}

# ids N...: the ids of these lines of the script, as the import shows them
ids() {
    for n; do
        sed -n "${n}p" ids
    done
}

pack=$HOME/.local/share/unknot/audio/en-test

# ---- all lines, one after the other ----

reading whole 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16
must 0 voice import whole.wav --script script.csv --as en-test --speaker 'A "B"' --licence 'CC BY 4.0'
says out "16 of 16 lines were taken into en-test, which has 16 now"
grep -qE "missing|not sure|longer|cut off|words:" out && failed "something is wrong with a good reading: $(cat out)"
[ -e en-test.again.csv ] && failed "nothing is to be read again"
same "$(head -1 whole.matching.csv)" "start,end,id,sure,text" "first row of the matching"
sed -n '2,$p' whole.matching.csv | cut -d, -f3 >ids
same "$(cut -f1 "$pack/lines.tsv" | sed 1d)" "$(cat ids)" "ids of the pack"
cut -f5 "$pack/lines.tsv" | sed 1d | cmp -s - lines || failed "texts of the pack: $(cat "$pack/lines.tsv")"
same "$(head -1 "$pack/lines.tsv" | tr '\t' ' ')" "unknot-voice 1 24000" "first line of the pack"
grep -q 'speaker = "A \\"B\\""' "$pack/pack.lua" || failed "pack.lua: $(cat "$pack/pack.lua")"
grep -q 'language = "en"' "$pack/pack.lua" || failed "pack.lua: $(cat "$pack/pack.lua")"
must 0 voice show en-test
grep -qi -e trouble -e stale -e 'pack.lua:' out && failed "something is wrong with the pack: $(cat out)"
for file in $(cut -f2 "$pack/lines.tsv" | sed 1d); do
    [ -s "$pack/$file" ] || failed "$file is not in the pack"
done

# each clip is the right one: as long as the plan of the reading says, but for the silence that is cut off
must 0 plan ./whole.lua --voice flite --format json
awk -F'[:,]' '/"phrase"/ { print $4 / 2 }' out >planned
cut -f3 "$pack/lines.tsv" | sed 1d | paste - planned >both
awk '{ d = $1 - $2; if (d < -2400 || d > 2400) print NR ": " $1 " is not " $2 }' both >off
[ ! -s off ] || failed "length of lines: $(cat off)"

# it speaks, where it was told to
must 0 voice use en-test
must 0 plan ./whole.lua --format json
awk -F'[:,]' '/"phrase"/ { print $4 / 2 }' out | paste - both | awk '$1 - $2 > 2 || $2 - $1 > 2' >off
[ ! -s off ] || failed "the pack does not speak: $(cat off)"

# ---- lines left out, repeated, and coughs ----

rm -rf "$pack" whole.matching.csv
reading hard 1 2 3 cough 4 5 6 6 7 9 10 11 12 13 cough 14 14 15 16
must 0 voice import hard.wav --script script.csv --as en-test
says out "15 of 16 lines were taken into en-test"
says out "missing"
says out "8  Feel the weight of your hands"
same "$(wc -l <en-test.again.csv)" 2 "rows to read again"
must 0 plan ./hard.lua --voice flite --format json
# of what is said twice the last counts
awk -F'[:,]' '/"phrase"/ { print $2 / 48000, $0 }' out | awk '/Turn the head|Lift the head/ { at[substr($0, index($0, "text"))] = $1 } END { for (t in at) printf "%.0f\n", at[t] }' | sort -n >last
rm hard.matching.csv
must 0 voice import hard.wav --script script.csv --as en-test --json
"$json_ok" <out >shown || failed "no JSON: $(cat out)"
says out '"again": "en-test.again.csv"'
says out '"matching": "hard.matching.csv"'
awk '/"text": "(Turn|Lift) the head/ { on = 1 } on && /"from"/ { gsub(/[^0-9.]/, ""); printf "%.0f\n", $0 + 0.12; on = 0 }' out | sort -n | cmp -s - last ||
    failed "not the last of two: $(cat last) $(grep -A4 'the head' out)"

# ---- what is missing is read again, from the script of what is missing, and the pack is completed ----

cp "$pack/lines.tsv" before
reading rest 8
must 0 voice import rest.wav --script en-test.again.csv --as en-test
says out "1 of 1 lines were taken into en-test, which has 16 now"
sed 1d before | while read -r line; do
    grep -qxF "$line" "$pack/lines.tsv" || failed "lost: $line"
done
same "$(cut -f5 "$pack/lines.tsv" | sed 1d | sort)" "$(sort lines)" "lines of the completed pack"
same "$(ls "$pack" | grep -c flac)" 16 "files of the pack"

# ---- a person says where the lines are ----

cat >mine.csv <<'CSV'
start;end;id
0:01,000;0:01,8;breathe-in
CSV
must 1 voice import hard.wav --script script.csv --as en-mine --match mine.csv
says out "'breathe-in' in 'mine.csv' is the id of no line of the script"
says out "0 of 16 lines"
[ -e "$HOME/.local/share/unknot/audio/en-mine" ] && failed "a pack of nothing"
{ echo "start,end,id"; echo "0:01.000,0:01.800,$(ids 1)"; echo "0:30.000,0:31.000,$(ids 2)"; } >mine.csv
must 0 voice import hard.wav --script script.csv --as en-mine --match mine.csv
says out "2 of 16 lines were taken into en-mine"
touch hard.matching.csv
must 2 voice import hard.wav --script script.csv --as en-mine
one_sentence
says err "'hard.matching.csv' is there already"

# ---- a file for each line: by id, by number, and what is none ----

mkdir takes
must 0 render ./rest.lua --voice flite -o takes/008.wav
cp rest.wav "takes/8 better.wav"
cp rest.wav takes/hello.wav
cp rest.wav takes/099.wav
cp whole.wav takes/2.wav
for line in 1 3; do
    id=$(ids $line)
    reading one "$line"
    mv one.wav "takes/$id.wav"
done
printf '\0\0\0 ftypM4A \0\0\0\0' >"takes/4 - take.m4a"
: >takes/5.wav
mkfifo takes/6.wav
head -c 20000 rest.wav >takes/7.wav
cp script.csv takes/
must 0 voice import takes --script script.csv --as en-files
says out "4 of 16 lines were taken into en-files"
says out "'008.wav' and '8 better.wav' are for the same line: the second is taken"
says out "'hello.wav' fits no line"
says out "'099.wav' fits no line"
says out "'takes/4 - take.m4a' is an MP4 or M4A file: save it as WAV"
says out "'takes/5.wav' is empty"
says out "'takes/6.wav' is a pipe or a device"
says out "'takes/7.wav' is cut"
says out "much shorter or longer than their words"
# without a script, by the ids of the lines that other voices have
must 0 voice import "takes/$(ids 3).wav" --as en-other
says out "taken into en-other, which has 1 now"
must 1 voice import "$(ids 3).wav" --as en-other
one_sentence
says err "there is no file"

# ---- what cannot be ----

must 2 voice import takes
one_sentence
says err "--as"
must 2 voice import takes --as anna --script script.csv
one_sentence
says err "'anna' cannot be the id of a voice"
must 1 voice import nowhere.wav --as en-x --script script.csv
one_sentence
must 1 voice import takes --as en-x --script lines
one_sentence
says err "has no column 'text'"
must 2 voice import whole.wav --as en-test
one_sentence
says err "--script"
must 2 voice import takes --as zz-x
one_sentence
mkdir empty
must 1 voice import empty --as en-x --script script.csv
one_sentence
[ -e "$HOME/.local/share/unknot/audio/en-x" ] && failed "a pack of nothing"

# ---- an import that is broken off leaves the old pack; two at once do not mix ----

cp "$pack/lines.tsv" before
rm rest.matching.csv
touch "$pack/left-behind-123abc.flac" "$pack/.left.part" "$pack/mine.flac"
if [ "$(id -u)" != 0 ]; then
    chmod a-w "$pack"
    must 1 voice import rest.wav --script en-test.again.csv --as en-test
    chmod u+w "$pack"
    [ -e rest.matching.csv ] && failed "a matching of an import that failed"
    cmp -s before "$pack/lines.tsv" || failed "a pack that could not be written was changed"
fi
if command -v flock >/dev/null; then
    flock "$pack" "$unknot" voice import rest.wav --script en-test.again.csv --as en-test >out 2>err </dev/null && failed "two at once"
    one_sentence
    says err "another import"
    [ -e rest.matching.csv ] && failed "a matching of an import that failed"
fi
must 0 voice import rest.wav --script en-test.again.csv --as en-test
[ -e "$pack/left-behind-123abc.flac" ] && failed "what was left behind is still there"
[ -e "$pack/.left.part" ] && failed "what was left half written is still there"
[ -e "$pack/mine.flac" ] || failed "a file that is not ours is gone"
finish
