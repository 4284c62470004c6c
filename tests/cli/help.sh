#!/bin/sh
# help: pages about the body and about safety, found by name; commands as before; what never-press reads and what it says are the same.
. "$1/tests/cli/ground"

must 0 help topics
cp out topics
same "$(wc -l <topics)" 24 "topics"
must 0 list --json
sed -n 's/^ *{"name": "\([^"]*\)".*/\1/p' out >routines
: >pages
must 0 help
tr '\n' ' ' <out | tr -s ' ' >overview
for topic in $(sed 's/ .*//' topics); do
    grep -q "[ ,]$topic\(,\| *\$\)" overview || failed "help does not list $topic"
    must 0 help "$topic"
    [ "$(wc -l <out)" -ge 4 ] || failed "$topic is short: $(cat out)"
    head -1 out | grep -q "^[A-Z]" || failed "$topic has no title"
    [ "$(awk 'length > 80' out | wc -l)" = 0 ] || failed "$topic is wider than eighty columns: $(awk 'length > 80' out)"
    [ ! -s err ] || failed "$topic: $(cat err)"
    tr '\n' ' ' <out >>pages
done
# what they name is there
grep -oE 'unknot play [a-z-]+' pages | sed 's/.* //' | sort -u >named
[ -s named ] || failed "no page names a routine"
grep -vxFf routines named && failed "no such routine: $(grep -vxFf routines named)"
grep -oE 'unknot help [a-z-]+' pages | sed 's/.* //' | sort -u >named
sed 's/ .*//' topics >names
grep -vxFf names named && failed "no such topic: $(grep -vxFf names named)"
must 0 help play
says out "usage: unknot play ROUTINE"

# what must not be missing
told() {
    must 0 help "$1"
    tr '\n' ' ' <out | tr -s ' ' | grep -qF -- "$2" || failed "\"$2\" is not told by help $1: $(cat out)"
}
told emergency "call your local emergency number now"
told emergency "numbness round the genitals"
told stop-signs "two finger-widths away"
told when-not "may be a clot"
told see-somebody "within days"
told notice "They are not medical advice and do not replace care."
told does-it-help "Studies are small and the effect on pain is modest."
told pregnancy "Ask your midwife or doctor first."
told privacy "Nothing is sent anywhere"
told tools "ball-soft: tennis ball"
told myths "Harder is better."
told never-press "the hollow behind the knee"
told never-press "the windpipe"

# one part of never-press; each of them is one that can be heard, and the other way round
must 0 help never-press neck
says out "the windpipe"
grep -q "knee" out && failed "more than the neck: $(cat out)"
must 0 help never-press
sed -n 's/^\([A-Z][a-z]*\)$/\1/p' out | tr '[:upper:]' '[:lower:]' | sort >read
must 0 show never-press --json
sed -n 's/^ *"region": \["all", \(.*\)\]$/\1/p' out | tr -d '" ' | tr ',' '\n' | sort >heard
[ "$(wc -l <read)" = 14 ] && cmp -s read heard || failed "what is read (<) is not what is heard (>): $(diff read heard)"
for part in $(cat heard); do
    must 0 help never-press "$part"
    places=$(grep -c '^- ' out)
    must 0 plan never-press --set "region=$part"
    # its name, and then each of the places
    same "$(sed '1,/^[0-9].*  \(The [a-z]*\|Anywhere\)$/d;/  Close$/,$d' out | grep -c '^    [0-9]')" "$((places + 1))" "lines said for $part"
done

refuses() {
    words=$1
    shift
    must 2 "$@"
    one_sentence
    says err "$words"
}
refuses 'there is no command or topic "emergancy"; did you mean emergency?' help emergancy
refuses "did you mean stop-signs?" help stop-sign
refuses "did you mean render?" help rendr
refuses 'there is no command or topic "zzzzzzz"; see unknot --help' help zzzzzzz
refuses "never-press has no part 'nek' (did you mean 'neck'?)" help never-press nek
refuses "there are head, face, neck" help never-press zzzzz
refuses "pressure has no parts" help pressure neck

# on a terminal, as wide as that is
if script -qec true typescript >/dev/null 2>&1 </dev/null; then
    script -qec "stty cols 40; '$unknot' help pressure" typescript >/dev/null 2>&1 </dev/null
    sed '1d;$d' typescript | tr -d '\r' >seen
    [ "$(wc -l <seen)" -gt 20 ] && [ "$(awk 'length > 40' seen | wc -l)" = 0 ] || failed "not as wide as the terminal: $(cat seen)"
fi
finish
