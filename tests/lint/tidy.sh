#!/bin/sh
# tidy.sh SOURCE - no file of over 620 lines, no space at the end of a line, no tab, no carriage return, a newline at the end of each
# file, nothing left for later.
cd "$1" || exit 1
bad=0
later='TO''DO|FIX''ME|XX''X|HA''CK'

files() {
    find core plugins scripts tests audio .ci -type f \
        \( -name '*.[ch]' -o -name '*.lua' -o -name '*.sh' -o -name '*.md' -o -name '*.1' -o -name 'CMakeLists.txt' \)
    find . -maxdepth 1 -type f \( -name '*.md' -o -name 'CMakeLists.txt' -o -name run -o -name LICENSE \) | sed 's,^\./,,'
    find .ci -type f
}

complain() {
    if [ -n "$1" ]; then
        printf '%s\n' "$1" | sed "s/\$/: $2/"
        bad=1
    fi
}

files | sort -u >"${TMPDIR:-/tmp}/tidy.$$"
trap 'rm -f "${TMPDIR:-/tmp}/tidy.$$"' EXIT
while IFS= read -r file; do
    lines=$(wc -l <"$file")
    case $file in
    *.[ch] | *.lua) [ "$lines" -le 620 ] || complain "$file" "$lines lines; a file has 620 at the most" ;;
    esac
    [ -s "$file" ] && [ -n "$(tail -c 1 "$file")" ] && complain "$file" "does not end with a newline"
    complain "$(grep -nH '[[:blank:]]$' "$file" | cut -d: -f1,2)" "ends with a space"
    complain "$(grep -nH "$(printf '\r')" "$file" | cut -d: -f1,2)" "has a carriage return"
    complain "$(grep -nHwE "$later" "$file" | cut -d: -f1,2)" "leaves something for later"
    case $file in
    *.[ch] | *.lua | *.sh) complain "$(grep -nH "$(printf '\t')" "$file" | cut -d: -f1,2)" "has a tab" ;;
    esac
done <"${TMPDIR:-/tmp}/tidy.$$"
exit $bad
