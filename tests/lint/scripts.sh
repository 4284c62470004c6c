#!/bin/sh
# scripts.sh SOURCE - every Lua file that is shipped is well-formed.
cd "$1" || exit 1
bad=0
luac=$(command -v luac5.4 || command -v luac) || {
    echo "skipped: no luac here (the package lua5.4 has it)"
    exit 77
}
for file in $(find scripts -name '*.lua'); do
    "$luac" -p "$file" || bad=1
done
exit $bad
