#!/bin/sh
# A service that plays for days: it does not grow, and leaves nothing behind. Sessions are as fast as the machine, and idle times are short; what
# is done is what a listener does: four routines a day, with presses, pauses and seeks, some ended early.
#     sh month.sh SOURCE BUILD [DAYS]     by default 2 days of 8 routines; with DAYS of all that are shipped: 30 are a month
. "$1/tests/cli/ground"
days=${3:-2}
if grep -q '^UNKNOT_SANITIZE:[A-Z]*=.' "$build_folder/CMakeCache.txt"; then
    echo "skipped: sanitizers need memory of their own"
    exit 77
fi
trap 'kill -KILL $service 2>/dev/null; rm -rf "$work"' EXIT

is_idle() {
    "$unknot" ctl status 2>&1 | grep -q '^idle'
}
is_on() {
    "$unknot" ctl status 2>&1 | grep -q '^p[al]'
}
tell() {
    "$unknot" ctl "$@" >/dev/null 2>&1 # it may have ended meanwhile
}

# listen ROUTINE: from the first press to the end
listen() {
    must 0 ctl play "$1"
    until_so is_on
    for word in harder longer next easier again; do
        tell press $word
    done
    tell pause
    tell volume -5
    tell resume
    tell seek 60
    tell volume +5
    [ $((sessions % 5)) != 4 ] || tell stop
    until_so is_idle || until_so is_idle || until_so is_idle || failed "$1 does not end: $("$unknot" ctl status 2>&1)"
    sessions=$((sessions + 1))
}

# what there is of it at rest: KiB in memory; descriptors, threads and helper programs; sessions kept
memory() {
    for id in $service $(cat /proc/"$service"/task/*/children); do
        cat /proc/"$id"/smaps_rollup
    done | awk '/^Rss:/ { sum += $2 } END { print sum }'
}
is_small() {
    [ $(($(memory) - first_memory)) -lt 1024 ]
}
things() {
    echo "$(find /proc/"$service"/fd | wc -l) $(find /proc/"$service"/task -maxdepth 1 | wc -l) $(cat /proc/"$service"/task/*/children | wc -w)"
}
kept() {
    find "$HOME/.local/state" "$XDG_RUNTIME_DIR" -type f ! -name '*.jsonl' | wc -l
}

routines="upper-trapezius bedtime suboccipitals desk-break coherent-breathing blade first-time soleus"
[ "$days" = 2 ] || routines=$(cd "$source_folder/scripts/routines" && ls | sed -n 's/\.lua$//p')
"$unknot" serve --sink null --device fast >service 2>&1 </dev/null &
service=$!
until_so is_idle || failed "no service: $(cat service)"
sessions=0 day=1
while [ "$day" -le "$days" ]; do
    for _ in 1 2 3 4; do
        # shellcheck disable=SC2086 # a list of words
        set -- $routines
        shift $((sessions * 7 % $#))
        listen "$1"
    done
    if [ "$day" = 1 ] || [ "$day" = "$days" ]; then
        listen upper-trapezius # what is loaded last is the same both times
        sleep 11 # a little later even what was at hand is put away; on a busy machine still later
        [ "$day" = 1 ] || until_so is_small || until_so is_small || true
        now_memory=$(memory) now_things=$(things) now_kept=$(kept)
        echo "day $day: $now_memory KiB, $now_things descriptors, threads and programs, $now_kept files"
        [ "$day" != 1 ] || { first_memory=$now_memory first_things=$now_things first_kept=$now_kept; }
    fi
    day=$((day + 1))
done
echo "$sessions sessions: $first_memory KiB after the first day, $now_memory at the end"
[ $((now_memory - first_memory)) -lt 1024 ] || failed "it has grown by $((now_memory - first_memory)) KiB"
same "$now_things" "$first_things" "descriptors, threads and programs"
same "$now_kept" "$first_kept" "files that are kept"
kept_sessions=$(find "$HOME/.local/state" -name '*.jsonl' | wc -l)
[ "$kept_sessions" -le 100 ] || failed "$kept_sessions sessions are kept"
finish
