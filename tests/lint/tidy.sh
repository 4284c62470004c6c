#!/bin/sh
# tidy.sh SOURCE - no file of over 620 lines, no space at the end of a line, no tab, no carriage return, a newline at the end of each
# file, nothing left for later.
cd "$1" || exit 1
bad=0

files() {
    find core plugins scripts tests audio -type f \
        \( -name '*.[ch]' -o -name '*.lua' -o -name '*.sh' -o -name '*.md' -o -name '*.1' -o -name 'CMakeLists.txt' \)
    find . -maxdepth 1 -type f \( -name '*.md' -o -name 'CMakeLists.txt' -o -name run -o -name LICENSE \)
    find .ci -type f
}

# What a script of the zoo does wrong may be just this.
list=$(files 2>/dev/null | sed 's,^\./,,' | grep -v '^tests/zoo/' | sort)
echo "$list" | xargs awk '
function complain(what) {
    printf "%s:%d: %s\n", FILENAME, FNR, what
    bad = 1
}
BEGIN { later = "(^|[^A-Za-z_])(TO" "DO|FIX" "ME|XX" "X|HA" "CK)([^A-Za-z_]|$)" }
FNR == 1 { code = FILENAME ~ /\.([ch]|lua)$/ }
/\r/ { complain("has a carriage return") }
/[ \t]$/ { complain("ends with a space") }
/\t/ { if (code) complain("has a tab") }
$0 ~ later { complain("leaves something for later") }
FNR == 621 { if (code) complain("has more than 620 lines") }
END { exit bad }' || bad=1
for file in $list; do
    if [ -s "$file" ] && [ -n "$(tail -c 1 "$file")" ]; then
        echo "$file: does not end with a newline"
        bad=1
    fi
done
exit $bad
