#!/bin/sh
# The library in programs that were not made with it: loaded beside Lua 5.1 and LuaJIT, whose symbols are there for all to see, and loaded
# and unloaded many times.
. "$1/tests/cli/ground"
loader=$build_folder/tests/host_loader
library=$build_folder/lib/libunknot.so
grep -q '^UNKNOT_SANITIZE:STRING=..*' "$build_folder/CMakeCache.txt" && sanitized=yes
mkdir -p home/.local/share/unknot/routines
cat >home/.local/share/unknot/routines/hosted.lua <<'LUA'
return { title = "Hosted", summary = "Tones, and a question.", play = function()
  bed { colour = "brown" }
  for i = 1, 4 do
    mark("Step " .. i)
    tone { kind = "bowl", hz = 100 * i, seconds = 2 }
    listen { seconds = 2 + random(), "next" }
  end
end }
LUA

# loads LIBRARY...: the sum of the routine, with them in the process
sum() {
    "$loader" "$library" "unknot://hosted?seed=5" read "$@" 2>err || failed "$*: $(cat err)"
}
alone=$(sum)
[ ${#alone} = 16 ] || failed "the routine alone: $alone"
found=0
for lua in liblua5.1.so.0 libluajit-5.1.so.2 liblua5.4.so.0; do
    path=$(ldconfig -p | sed -n "s/.*$lua .*=> //p" | head -n 1)
    [ -n "$path" ] || { echo "not tried: $lua is not here"; continue; }
    found=$((found + 1))
    same "$(sum "$path")" "$alone" "beside $lua"
    [ -n "$sanitized" ] || same "$(LD_PRELOAD=$path sum)" "$alone" "after $lua"
    all="$all $path"
done
[ $found = 0 ] || same "$(sum $all)" "$alone" "beside all of them"
LD_LIBRARY_PATH=$build_folder/lib nm -D --undefined-only "$library" | grep -E ' (lua|luaL|luaopen)_' && failed "the library wants Lua of its host"

"$loader" "$library" unknot://hosted cycle 100 >out 2>err || failed "loading again and again: $(cat err)"
echo "100 times loaded and unloaded: $(cat out)"
grep -q '^fds +0 threads +0 children no ' out || failed "something was left behind"
kib=$(sed 's/.*kib //' out)
[ -n "$sanitized" ] || [ "$kib" -lt 1024 ] || failed "memory grows: $kib KiB"
finish
