#!/bin/sh
# What the command says of itself, and to words it does not know.
. "$1/tests/cli/ground"

must 0 --help
says out "usage: unknot COMMAND"
cp out overview
must 0 help
cmp -s out overview || failed "help and --help differ"
must 0 -h
must 0 --version
grep -q '^unknot [0-9]' out || failed "no version: $(cat out)"
must 2
[ ! -s out ] || failed "wrong usage wrote to stdout"
says err "usage: unknot COMMAND"

commands=$(sed -n 's/^  \([a-z]*\) .*/\1/p' overview | grep -v help)
for wanted in play render plan list show plugins devices doctor; do
    echo "$commands" | grep -qx $wanted || failed "--help does not list $wanted"
done
for command in $commands; do
    must 0 "$command" --help
    says out "usage: unknot $command"
    says out "example: unknot $command"
    cp out asked
    must 0 help "$command"
    cmp -s out asked || failed "help $command and $command --help differ"
done

refuses() {
    words=$1
    shift
    must 2 "$@"
    one_sentence
    says err "$words"
}
refuses 'did you mean play?' plya upper-trapezius
refuses 'did you mean devices?' device
refuses 'there is no command "zzzzzz"; see unknot --help' zzzzzz
refuses 'did you mean render?' help rendr
refuses 'the command comes first' --minutes 6
refuses 'did you mean --minutes?' play x --mintues 6
refuses 'did you mean --format?' plan x --fromat json
refuses 'play has no option --output' play x --output f
refuses 'play has no option -z' play x -z
refuses '--s could be one of' play x --s left
refuses '--minutes needs a value' play x --minutes
refuses '--minutes takes a number' play x --minutes soon
refuses '--minutes takes a number' play x --minutes 0
refuses '--minutes takes a number' play x --minutes -3
refuses '--minutes takes a number' play x --minutes inf
refuses '--seed takes a whole number' plan x --seed 1.5
refuses '--rate takes frames a second' plan x --rate 48k
refuses '--format takes text, json, vtt or svg' plan x --format xml
refuses '--set takes NAME=VALUE' plan x --set side
refuses '--set takes NAME=VALUE' plan x --set =left
refuses '--json takes no value' list --json=yes
refuses 'play needs the name of a routine' play
refuses 'play needs the name of a routine' play ''
refuses 'play takes one routine' play a b
refuses 'list takes only options' list a
refuses 'render needs the name of a file' render x
refuses '--output needs a value' render x -o ''
finish
