#!/bin/sh
# What a service holds in memory, all its programs together: while it waits, while it plays the longest routine with the shipped voice, and
# while it waits again. The bounds are those for a small machine.
#     sh memory.sh SOURCE BUILD [ROUTINE...]     the figures of other routines
. "$1/tests/cli/ground"
[ -r /proc/self/smaps_rollup ] || { echo "skipped: no /proc/self/smaps_rollup here"; exit 77; }
if grep -q '^UNKNOT_SANITIZE:[A-Z]*=.' "$build_folder/CMakeCache.txt"; then
    echo "skipped: sanitizers need memory of their own"
    exit 77
fi
trap 'kill -KILL $service 2>/dev/null; rm -rf "$work"' EXIT
shift 2

is_idle() {
    "$unknot" ctl status 2>&1 | grep -q '^idle'
}
is_on() {
    "$unknot" ctl status 2>&1 | grep -q '^playing'
}

# within MIB WHEN: what each program holds, and the sum, which may be no more
within() {
    sum=0
    for id in $service $(cat /proc/"$service"/task/*/children); do
        figures=$(awk '/^Rss:/ { rss = $2 } /^Pss:/ { pss = $2 } END { print rss, pss }' /proc/"$id"/smaps_rollup)
        echo "$2: $(tr '\0' ' ' </proc/"$id"/cmdline | sed 's,^[^ ]*/,,; s, .*,,') holds ${figures% *} KiB, of these its own part ${figures#* }"
        sum=$((sum + ${figures% *}))
    done
    echo "$2: $sum KiB"
    [ $sum -le $(($1 * 1024)) ] || failed "$2: $sum KiB are more than $1 MiB"
}

"$unknot" serve --sink null >service 2>&1 </dev/null &
service=$!
until_so is_idle || failed "no service: $(cat service)"
within 16 "waiting"
for routine in "${@:-full-body}"; do
    must 0 ctl play "$routine"
    until_so is_on || failed "it does not play: $("$unknot" ctl status 2>&1)"
    must 0 ctl press longer
    must 0 ctl seek 120
    sleep 2 # so much is brought in ahead
    within 32 "playing $routine"
done
must 0 ctl stop
until_so is_idle || failed "it does not stop"
sleep 11 # a little later what was at hand is put away
within 16 "waiting again"
finish
