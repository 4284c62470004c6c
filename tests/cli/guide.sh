#!/bin/sh
# The author's guide, scripts/README.md, is followed from top to bottom: its routines, its commands, what they print, the list of findings.
. "$1/tests/cli/ground"
lua=$(command -v lua5.4) || {
    echo "skipped: no lua5.4 here"
    exit 77
}
"$lua" "$source_folder/scripts/guide.lua" "$unknot" >out 2>err || failed "$(cat out err)"
[ "$failures" = 0 ] && grep '^skipped' err && exit 77
finish
