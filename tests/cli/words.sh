#!/bin/sh
# Nothing that a person may read or hear promises, diagnoses, frightens or repeats what is not so: scripts/unknot/words.lua has the words.
. "$1/tests/cli/ground"
lua=$(command -v lua5.4) || {
    echo "skipped: no lua5.4 here"
    exit 77
}
find=$source_folder/tests/cli/words/find.lua

must 0 --help
cp out help.txt
for command in $(sed -n 's/^  \([a-z]*\) .*/\1/p' help.txt | grep -v help); do
    must 0 "$command" --help
    cat out >>help.txt
done
sed "s/^\.[A-Za-z\"\\\\]* *//; s/\\\\f[A-Z]//g; s/\\\\//g" "$source_folder/core/cli/unknot.1" >page.txt
[ "$(wc -l <help.txt)" -gt 150 ] && [ "$(wc -l <page.txt)" -gt 200 ] || failed "little help to look at"

"$lua" "$find" "$source_folder" help.txt page.txt "$source_folder/README.md" >found || failed "$(cat found)"
[ "$(sed -n 's/^\([0-9]*\) scripts$/\1/p' found)" -gt 60 ] || failed "few scripts were looked at: $(cat found)"

# Each place can be seen: one word too many, planted there.
fresh() {
    rm -rf tree/scripts
    mkdir -p tree/scripts/routines
    cp -r "$source_folder/scripts/unknot" tree/scripts
    cp "$source_folder/scripts/routines/upper-trapezius.lua" tree/scripts/routines
}
sees() {
    "$lua" "$find" tree "${2:-help.txt}" >found && failed "not seen: $1"
    grep -qF -- "$1" found || failed "\"$1\" is not named: $(cat found)"
}
plant() {
    fresh
    file=tree/scripts/$1
    grep -qF -- "$2" "$file" || failed "$1 has no $2 to plant at"
    sed "s|$2|$3|" "$file" >planted && cp planted "$file"
    sees "scripts/$1: \"$4\""
}
plant routines/upper-trapezius.lua 'Let the chair carry you.' 'This heals you.' heal
plant routines/upper-trapezius.lua '"Upper trapezius"' '"Upper trapezius, for migraine"' migraine
plant routines/upper-trapezius.lua 'step "Close"' 'step "No sciatica"' sciatica
plant unknot/body_neck.lua 'Soft jaw, soft eyes.' 'Push through it.' 'push through'
plant unknot/stretches_neck.lua 'name = "' 'name = "A cure: ' cure
plant unknot/topics.lua 'Aim for 4 or 5.' 'It breaks up the tissue.' 'breaks up'
plant unknot/myths.lua 'Harder mainly brings bruises.' 'Toxins are let loose.' toxin
plant unknot/complaints.lua 'cannot turn the head well' 'the neck has a knot' knot
plant unknot/warnings.lua 'migraine. A dark room' 'migraine. Painless: a dark room' painless
plant unknot/never_press.lua 'the windpipe' 'inflamed skin' inflam
plant unknot/guide.lua 'Stop if anything feels' 'No pain, no gain. Stop if anything feels' 'no pain'
echo 'Clinically proven.' >said.txt
fresh
sees 'said.txt: "clinical"' said.txt

# What is only understood, or quoted, may stand: and a comment is not read.
fresh
sed -i 's/also = "headache/also = "toxin headache/' tree/scripts/unknot/complaints.lua
echo '-- this cures nothing' >>tree/scripts/routines/upper-trapezius.lua
"$lua" "$find" tree help.txt >found || failed "$(cat found)"
finish
