#!/bin/sh
# new: a first routine that passes check and can be planned and played at once, for any place and complaint.
. "$1/tests/cli/ground"

must 0 new shoulders
says out "$unknot play ./shoulders.lua --watch"
must 0 check ./shoulders.lua
must 0 play ./shoulders.lua --sink file --device shoulders.wav
[ -s shoulders.wav ] || failed "nothing was played"

must 0 new stiff --for "stiff neck"
says stiff.lua "This is general guidance, not a diagnosis."
says stiff.lua "Not if one of these is so."
says stiff.lua "--   it began with an injury"
must 0 plan ./stiff.lua
mkdir folder
must 0 new folder/feet.lua --points plantar-arch,suboccipitals
[ -s folder/feet.lua ] || failed "folder/feet.lua is not there"
must 0 plan folder/feet.lua

# each complaint gives a routine whose places are known and not off by default
for id in $(sed -n 's/^  \["\([a-z-]*\)"\] = {$/\1/p' "$source_folder/scripts/unknot/complaints.lua"); do
    must 0 new "a-$id" --for "$id"
    grep -q "^      *press   {" "a-$id.lua" || failed "a-$id.lua presses nothing"
done
[ "$(ls a-*.lua | wc -l)" -gt 30 ] || failed "only $(ls a-*.lua | wc -l) complaints"

refuses() {
    must "$1" new "$2" $3 "$4"
    one_sentence
    says err "$5"
}
refuses 1 shoulders --points upper-trapezius "there is a file ./shoulders.lua already"
refuses 1 upper-trapezius --points upper-trapezius "there is a routine upper-trapezius already"
refuses 2 Shoulders --points upper-trapezius "small letters"
refuses 2 ../ --points upper-trapezius "small letters"
refuses 1 other --points uper-trapezius "did you mean 'upper-trapezius'?"
refuses 1 other --points sternocleidomastoid "only for those who have asked for it"
refuses 1 other --points , "needs the name of a place"
refuses 1 other --for xyzzy "nothing is known of 'xyzzy'"
refuses 1 other --for "numb fingers" "Numbness, tingling or weakness is not one for pressing"
refuses 1 no/such/folder/other --points upper-trapezius "cannot be written"
must 2 new
must 2 new other --for jaw --points masseter
[ ! -e other.lua ] || failed "something was left behind"
finish
