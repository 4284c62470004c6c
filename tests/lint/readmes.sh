#!/bin/sh
# readmes.sh SOURCE BUILD - each folder of the top level has a README.md; what they link to is there; the commands they show exist.
cd "$1" || exit 1
bad=0
for folder in . core plugins scripts scripts/po audio tests; do
    [ -s "$folder/README.md" ] || { echo "$folder: has no README.md"; bad=1; }
done
commands=$("$2/bin/unknot" --help | sed -n 's/^  \([a-z]*\) .*/\1/p') || exit 1
for file in $(find . -name README.md ! -path './build*' ! -path './.git/*'); do
    folder=$(dirname "$file")
    # a link to a file: [text](where), without those to other sites and those within the page
    for target in $(grep -o '](\([^)#]*\)' "$file" | sed 's/^](//' | grep -v '^[a-z]*:'); do
        [ -e "$folder/$target" ] || { echo "$file: links to $target, which is not there"; bad=1; }
    done
    # the word after "./run" or after "unknot" where a command begins: at the start of a line of code or of a `span`
    for word in $(grep -oE '(^ +|^|`)(\./run|unknot) [a-z]+' "$file" | grep -E '^( {4,}|`|\./run)' | sed 's/.* //'); do
        echo "$commands test" | tr ' ' '\n' | grep -qx "$word" || { echo "$file: shows the command \"$word\", which there is not"; bad=1; }
    done
done
exit $bad
