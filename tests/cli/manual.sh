#!/bin/sh
# The manual page and --help have the same commands and the same options; that of a routine has the verbs and fields there are.
. "$1/tests/cli/ground"
page=$source_folder/core/cli/unknot.1

must 0 --help
sed -n 's/^  \([a-z]*\) .*/\1/p' out | sort >commands
sed -n 's/^\.SS \([a-z]*\).*/\1/p' "$page" | sort >commands.page
cmp -s commands commands.page || failed "commands: $(diff commands commands.page)"

grep -o -E '^ +(-[a-zA-Z], )?--[a-z-]+' out | grep -o -E -e '--[a-z-]+' >options
for command in $(grep -v help commands); do
    must 0 "$command" --help
    sed -n 's/^  *\(-[a-z], \)\{0,1\}--\([a-z-]*\).*/--\2/p' out >here
    cat here >>options
    # the line of the page that lists the options of this command
    sed -n "/^\.SS $command\$/,/^\.SS/s/^\.\\\\\" options: //p" "$page" | tr ' ' '\n' | sort >there
    grep -v '^--help$' here | sort | cmp -s - there ||
        failed "$command: $(grep -v '^--help$' here | sort | diff - there)"
done
sort -u options >options.help
sed -n '/^\.SH OPTIONS/,/^\.SH/p' "$page" | grep -E '^\.B' | sed 's/\\-/-/g' | grep -o -E -e '--[a-z-]+' | sort -u >options.page
cmp -s options.help options.page || failed "options: $(diff options.help options.page)"

routine=$source_folder/core/cli/unknot-routine.5
section() {
    sed -n "/^\.SH $1\$/,/^\.SH/p" "$routine"
}
guide() {
    sed -n "$1" "$source_folder/scripts/README.md" | sort
}
section EXAMPLE | sed '1,2d; /^\.fi/,$d' >example.lua
must 0 check ./example.lua
section VERBS | sed '/^Where a verb/,$d' | grep -A 1 '^\.TP' | grep '^\.B' | sed 's/^\.BR* //; s/"[^"]*"//g' | tr -s ' ' '\n' | sort >verbs
guide 's/^#### \([a-z]*\)$/\1/p' | cmp -s - verbs || failed "verbs: $(guide 's/^#### \([a-z]*\)$/\1/p' | diff - verbs)"
section 'THE TABLE' | grep -A 1 '^\.TP' | grep '^\.B' | sed 's/^\.BR* //; s/"[^"]*"//g' | tr -s ' ' '\n' | sort >fields
guide '/^### What a routine says/,/^What .play. is given/s/^- `\([a-z]*\)`.*/\1/p' >fields.guide
cmp -s fields fields.guide || failed "fields: $(diff fields fields.guide)"

if command -v groff >/dev/null; then
    for file in "$page" "$routine"; do
        groff -man -ww -Tutf8 -z "$file" >troff 2>&1
        [ ! -s troff ] || failed "groff: $(head -5 troff)"
    done
fi
finish
