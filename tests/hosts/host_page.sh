#!/bin/sh
# The host of core/README.md, as it stands there: built with what is installed, it writes what `unknot render` stores, bit for bit.
. "$1/tests/cli/ground"
cc=$(sed -n 's/^CMAKE_C_COMPILER:.*=//p' "$build_folder/CMakeCache.txt")
grep -q '^UNKNOT_SANITIZE:STRING=..*' "$build_folder/CMakeCache.txt" && { echo "skipped: nobody installs sanitizers"; exit 77; }
command -v pkg-config >/dev/null || { echo "skipped: no pkg-config here"; exit 77; }
cmake --install "$build_folder" --prefix "$work/usr" >log 2>&1 || failed "cmake --install: $(tail -n 5 log)"
PKG_CONFIG_PATH=$(dirname "$(find usr -name unknot.pc)")
LD_LIBRARY_PATH=$(dirname "$(find "$work/usr" -name libunknot.so)")
export PKG_CONFIG_PATH LD_LIBRARY_PATH
unknot=$work/usr/bin/unknot

sed -n '/^## A host/,/^## Languages/p' "$source_folder/core/README.md" >page
sed -n '/^```c/,/^```$/p' page | sed '/^```/d' >host.c
lines=$(sed -n '/^int main/,/^}/p' host.c | wc -l)
[ "$lines" -le 23 ] || failed "the host of twenty lines has $lines"
command=$(sed -n 's/^    cc //p' page)
[ -n "$command" ] || failed "the page does not say how to build it"
eval "\"$cc\" -Wall -Wextra -Werror $command" 2>err || failed "the host is not built: $(cat err)"

mkdir -p home/.local/share/unknot/routines
write_short
mv short.lua home/.local/share/unknot/routines

# hosted ADDRESS ROUTINE OPTIONS...: the host and the command give the same
hosted() {
    address=$1
    shift
    ./host "$address" >hosted.raw 2>err || failed "$address: $(cat err)"
    must 0 render "$@" -o rendered.wav
    bytes=$(wc -c <hosted.raw)
    [ "$bytes" -gt 300000 ] || failed "$address: only $bytes bytes"
    tail -c "$bytes" rendered.wav | cmp - hosted.raw || failed "$address is not what the command renders"
    # before it are the steps
    [ $(($(wc -c <rendered.wav) - bytes)) -lt 4000 ] || failed "$address: shorter than what the command renders"
}
hosted unknot://short short
hosted 'unknot://upper-trapezius?minutes=3&side=left' upper-trapezius --minutes 3 --side left
for address in unknot://shot 'unknot://short?side=up' short ''; do
    ./host "$address" >out 2>err && failed "'$address' is played"
    [ "$(wc -l <err)" = 1 ] || failed "'$address': not one sentence: $(cat err)"
done
./host unknot://shot 2>err
says err "did you mean 'short'?"
finish
