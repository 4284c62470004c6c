#!/bin/sh
# What the READMEs show is run: the routine, the commands, the picture, the first tests.
. "$1/tests/cli/ground"
readme=$source_folder/README.md

# block FILE LANGUAGE: the first fenced block of this language
block() {
    sed -n "/^\`\`\`$2\$/,/^\`\`\`\$/p" "$1" | sed '1d;/^```$/,$d'
}

block "$readme" lua >mine.lua
same "$(wc -l <mine.lua)" 12 "lines of the routine in README.md"
must 0 plan ./mine.lua
block "$readme" text >picture
[ -s picture ] || failed "README.md has no picture"
# Its lanes and steps are those of the plan; the voice of another machine may be a little slower.
sed -n '/^steps/p; s/^\([a-z][a-z]*\)  .*/\1/p' picture | tr -d ' ' >lanes.readme
sed -n '3,10{/^steps/p; s/^\([a-z][a-z]*\)  .*/\1/p;}' out | tr -d ' ' >lanes.plan
cmp -s lanes.readme lanes.plan || failed "the picture in README.md is not that of the plan: $(diff lanes.readme lanes.plan)"

# Each command of README.md, with the sound going nowhere.
grep -o '^    \./run [a-z][^#]*' "$readme" | sed 's/^    .\/run //; s/   .*//' | grep -v '^test' >commands
[ "$(wc -l <commands)" -ge 6 ] || failed "README.md shows few commands: $(cat commands)"
player=
trap 'kill -KILL $player 2>/dev/null; rm -rf "$work"' EXIT
start_player() {
    [ -z "$player" ] || return
    "$unknot" play ./mine.lua --sink null >played 2>&1 </dev/null &
    player=$!
    tries=0
    until [ -S "$XDG_RUNTIME_DIR/unknot/socket" ] || [ $tries -gt 100 ]; do
        sleep 0.1
        tries=$((tries + 1))
    done
}
while read -r words; do
    case $words in
    play*) words="$words --sink null --device fast" ;;
    ctl*) start_player ;;
    esac
    # shellcheck disable=SC2086
    must 0 $words
done <commands
[ -s suboccipitals.flac ] || failed "no suboccipitals.flac"

# tests/README.md
block "$source_folder/tests/README.md" c >first.c
[ -s first.c ] || failed "tests/README.md has no test in C"
if ! gcc -std=c11 -Wall -Wextra -Werror -D_GNU_SOURCE -I"$source_folder/core" -I"$source_folder/core/include" -I"$source_folder/tests" \
    -fsyntax-only first.c 2>err; then
    failed "the first test of tests/README.md: $(cat err)"
fi
block "$source_folder/tests/README.md" sh >first.sh
sh first.sh "$source_folder" "$build_folder" >out 2>&1 || failed "the first test of the command in tests/README.md: $(cat out)"
finish
