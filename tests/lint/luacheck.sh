#!/bin/sh
# luacheck.sh SOURCE - luacheck finds nothing in the routines and the library; and it does find what scripts do not have.
cd "$1" || exit 1
command -v luacheck >/dev/null || {
    echo "skipped: no luacheck here (the package lua-check has it)"
    exit 77
}
bad=0
luacheck --no-color -q scripts || bad=1
for name in use-coroutine use-dump use-io use-load use-metatable use-os use-random use-require wrong-verb; do
    file=tests/zoo/$name.lua
    luacheck --no-color -q "$file" >/dev/null && { echo "$file: luacheck does not see what is wrong"; bad=1; }
done
exit $bad
