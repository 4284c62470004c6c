#!/bin/sh
# list: the routines, by what they are for, what they take, where they are done and how long they may be.
. "$1/tests/cli/ground"
mine=home/.local/share/unknot/routines
mkdir -p $mine

# write NAME REGION TOOLS POSITION MINUTES
write() {
    printf 'return { title = "Routine %s", region = "%s", tools = { %s }, position = { %s }, minutes = { %s }, play = function() wait(1) end }\n' \
        "$1" "$2" "$3" "$4" "$5" >"$mine/my-$1.lua"
}
write one nose-tip '"feather"' '"boat"' '3, 6, 100'
write two nose '"feather", "thumb"' '"boat", "chair"' '101'
write three ear '"thumb", "palm"' '"chair"' ''
write four ear '' '"boat"' '102, 110'

# lists ROUTINES FILTERS...: those of the tests that are listed are these
lists() {
    those=$1
    shift
    must 0 list "$@"
    same "$(grep -o 'my-[a-z]*' out | sort | tr '\n' ' ')" "$those" "list $*"
}
lists "my-four my-one my-three my-two "
lists "my-one my-two " --region nose
lists "my-one " --region nose-tip
lists "my-one " --region tip
lists "my-one my-two " --tool feather
lists "my-four my-three " --tool none
lists "my-four my-one my-two " --position boat
lists "my-one " --minutes 98
lists "my-one " --minutes 100
lists "my-two " --minutes 101
lists "my-four " --minutes 104.5
lists "my-two " --region nose --tool thumb --position chair --minutes 101
lists "my-two " --region nose --position chair --json
"$json_ok" <out >/dev/null || failed "list --json is no JSON"
must 0 list --position boat --tool none
grep -q 'coherent\|trapezius' out && failed "more than what fits: $(cat out)"

# what there is, when nothing is that
refuses() {
    must 2 list "$1" "$2"
    one_sentence
    says err "$3"
}
refuses --region nsoe 'did you mean nose?'
refuses --region zzzzzz 'no routine has the region "zzzzzz"; there are '
refuses --tool feathr 'did you mean feather?'
refuses --tool ball 'did you mean ball-'
refuses --position boats 'did you mean boat?'
refuses --minutes 1400 'no routine fits 1400 minutes'
refuses --minutes many '--minutes takes a number'
must 0 list --region ear --tool feather
says out "No routine is for all of that"
must 0 list --region ear --tool feather --json
same "$("$json_ok" <out)" 0 "routines that are for all of that"

# groups, when there are many: from head to foot, others below
must 0 list
same "$(grep -c '^neck$' out)" 1 "headings over the neck"
[ "$(grep -n '^neck$' out | cut -d : -f 1)" -lt "$(grep -n '^foot$' out | cut -d : -f 1)" ] || failed "not from head to foot: $(cat out)"
[ "$(grep -n '^foot$' out | cut -d : -f 1)" -lt "$(grep -n '^nose-tip$' out | cut -d : -f 1)" ] || failed "an unknown region is not below: $(cat out)"
grep -q '^  my-one  *3-100  *Routine one$' out || failed "no line for my-one: $(cat out)"
grep -q '^  my-three  *-  *Routine three$' out || failed "no line for my-three: $(cat out)"

# names alone, as one types them
must 0 list --names
same "$(tr '\n' ' ' <out | grep -o 'my-four my-one my-three my-two ')" "my-four my-one my-three my-two " "list --names"
same "$(sort out | cmp - out && grep -c '[^a-z0-9-]' out)" 0 "lines of list --names that are no names, in alphabetical order"
must 0 list --names --position boat --tool none
same "$(cat out)" my-four "list --names with filters"
UNKNOT_HELPERS=/nowhere must 0 list --names

# one that is broken is told of, and fits nothing
echo 'return {' >$mine/my-broken.lua
must 0 list
says out "cannot be played: "
lists "my-four my-three " --tool none
finish
