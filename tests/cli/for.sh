#!/bin/sh
# for: from the words somebody uses to the muscles and the routine, with who should see somebody first above all of it.
. "$1/tests/cli/ground"

# above FIRST SECOND: both are in out, in this order
above() {
    first=$(grep -nF -- "$1" out | head -1 | cut -d : -f 1)
    second=$(grep -nF -- "$2" out | head -1 | cut -d : -f 1)
    [ -n "$first" ] && [ -n "$second" ] && [ "$first" -lt "$second" ] || failed "not \"$1\" ($first) before \"$2\" ($second): $(head -c 2000 out)"
}

# told WORDS: they are in out, wherever its lines end
told() {
    tr '\n' ' ' <out | tr -s ' ' | grep -qF -- "$1" || failed "\"$1\" is not told: $(head -c 2000 out)"
}

must 0 for "stiff neck"
above "This is general guidance, not a diagnosis." "Stiff neck: cannot turn the head well"
above "See somebody first if" "1  Shoulder-blade lifter"
above "1  Shoulder-blade lifter" "2  Top-of-shoulder muscle"
says out "$unknot play upper-trapezius"
cp out quoted
must 0 for stiff neck
cmp -s out quoted || failed "quotes make a difference"
must 0 for stiff-neck
says out "Stiff neck: cannot turn the head well"

# a word that is written wrongly, in another form, or known by another name
means() {
    must 0 for "$1"
    says out "$2"
}
means "stif nek" "Stiff neck: cannot turn the head well"
means "neck that is stif" "Stiff neck: cannot turn the head well"
means "tight hamstrings" "Back of the thigh: "
means "clench my teeth" "Jaw: "
means "knots in my shoulder" "Top of the shoulder: "
means "trapped between the blades" "Between blade and spine: "
means "first steps in the morning" "Heel and sole: "
means "front of the hip" "only stretched, never pressed"

# several match: three are offered, and none is chosen
must 0 for shoulder
same "$(grep -c '^  shoulder-' out)" 3 "complaints offered for shoulder"
grep -q "See somebody first" out && failed "one of several was chosen: $(cat out)"
must 0 for xyzzy
says out "Nothing is known of that."
same "$(grep -c '^  [a-z-]*  *[a-z]' out)" 44 "complaints for what is not known"
must 0 for
same "$(grep -c '^  [a-z-]*  *[a-z]' out)" 44 "all complaints"

# what is refused is told first, and what is none for massage has nothing below it
must 0 for chest-tight
told "there is no pressing: a doctor comes first"
above "Unless a doctor has already found" "Where to work"
must 0 for low-back-dull
told "no pressing, a doctor comes first"
above "no pressing" "See somebody first if"
must 0 for head-band
above "there is no pressing" "Where to work"
refused() {
    must 0 for "$1"
    told "$2"
    grep -q "Where to work\|play [a-z]*-" out && failed "$1: there is something to press: $(cat out)"
}
refused "chest pain" "call your local emergency number now"
refused "worst headache" "call your local emergency number now"
refused "numb fingers" "have a doctor look at it"
refused "no feeling in the foot" "have a doctor look at it"
refused "stiff neck with fever" "call your local emergency number now"
refused "neck hurts and I am dizzy" "call your local emergency number now"
refused "one leg swollen and red" "may have a clot"
refused "sprained ankle" "freshly injured"
refused "fever and sore back" "no pressing today"
refused "period cramps" "never pressed"
refused "warfarin, stiff neck" "no pressing"
must 0 for "buttock ache without numbness"
says out "Where to work"
must 0 for "pregnant with a stiff neck"
above "midwife" "Where to work"

# each complaint has all its parts; its muscles are those of the library
for id in $(sed -n 's/^  \["\([a-z-]*\)"\] = {$/\1/p' "$source_folder/scripts/unknot/complaints.lua"); do
    must 0 for "$id" --json
    "$json_ok" <out >/dev/null || failed "for $id --json is no JSON"
    same "$("$json_ok" complaints.0.id <out)" "$id" "for $id --json"
    [ -n "$("$json_ok" refer_if.0 <out)" ] && [ -n "$("$json_ok" muscles.0.point <out)" ] || failed "for $id: $(cat out)"
    [ -n "$("$json_ok" routine <out)" ] || failed "for $id: no routine for it can be played: $(tail -5 out)"
    grep -q '"routine": "", "stretch": ""' out && failed "for $id: a muscle has neither a routine nor a stretch: $(grep '"routine": "", "stretch": ""' out)"
    same "$("$json_ok" notice.0 <out)" "This is general guidance, not a diagnosis." "the notice of $id"
done
must 0 for "numb hand" --json
same "$("$json_ok" complaints <out)" 0 "complaints beside a warning"

must 2 for "$(printf '%600s' x)"
one_sentence
finish
