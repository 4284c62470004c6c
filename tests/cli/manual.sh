#!/bin/sh
# The manual page and --help have the same commands and the same options.
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

if command -v groff >/dev/null; then
    groff -man -ww -Tascii -z "$page" >troff 2>&1
    [ ! -s troff ] || failed "groff: $(head -5 troff)"
fi
finish
