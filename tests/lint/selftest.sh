#!/bin/sh
# selftest.sh SOURCE BUILD - each check here can fail: a small tree gets one violation at a time, and the check must name it.
source=$1
build=$2
here=$source/tests/lint
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
bad=0

# What the tree has beside the violation: all READMEs and public headers.
fresh() {
    rm -rf "$work/tree"
    for folder in core/include plugins scripts audio tests .ci; do
        mkdir -p "$work/tree/$folder"
    done
    (cd "$source" && find . -name README.md ! -path './build*' ! -path './.git/*') | while IFS= read -r readme; do
        mkdir -p "$work/tree/$(dirname "$readme")"
        cp "$source/$readme" "$work/tree/$readme"
    done
    cp "$source"/core/include/*.h "$work/tree/core/include/"
}

# must_refuse CHECK WORDS [BUILD]: the check fails and says these words
must_refuse() {
    if said=$(sh "$here/$1.sh" "$work/tree" "${3:-$build}" 2>&1); then
        echo "$1 let this pass: $2"
        bad=1
    elif ! printf '%s\n' "$said" | grep -qF -- "$2"; then
        echo "$1 failed without saying \"$2\"; it said:"
        printf '%s\n' "$said" | head -5
        bad=1
    fi
}

plant() {
    fresh
    mkdir -p "$work/tree/$(dirname "$1")"
    printf '%b' "$2" >"$work/tree/$1"
}

# includes
plant core/base/planted.c '#include "../score/timeline.h"\n'
must_refuse layers 'core/base/planted.c:1: base may not include score'
plant core/perform/planted.c '#include "../plan/wire.h"\n'
must_refuse layers 'perform may not include plan'
plant core/decode/planted.c '\n#include "../perform/performer.h"\n'
must_refuse layers 'core/decode/planted.c:2: decode may not include perform'
plant core/engine/planted.c '#include "../plan/sandbox.h"\n'
must_refuse layers 'engine knows plan only by its wire.h'
plant core/cli/planted.c '#include "../base/text.h"\n'
must_refuse layers 'the command includes only <unknot.h>'
plant core/engine/planted.c '#include <lua.h>\n'
must_refuse layers '<lua.h> may only be included by core/plan'
plant core/engine/planted.c '#include <archive.h>\n'
must_refuse layers '<archive.h> may only be included by core/unpack/main.c'
plant core/engine/planted.c '#include "../unpack/lock.h"\n'
must_refuse layers 'engine knows unpack only by its wire.h'
plant core/unpack/planted.c '#include "../plan/sandbox.h"\n'
must_refuse layers 'unpack may not include plan'
plant core/sound/planted.c '#  include <sndfile.h>\n'
must_refuse layers '<sndfile.h> may only be included by core/decode and plugins/sink-file.c'
plant core/base/planted.c '#include <curl/curl.h>\n'
must_refuse layers '<curl/curl.h> is neither of the C library'
plant plugins/planted.c '#include <unknot.h>\n'
must_refuse layers 'a plugin includes only <unknot_plugin.h>'
plant plugins/planted.c '#include "../core/base/text.h"\n'
must_refuse layers 'a plugin includes only <unknot_plugin.h> and its own folder'
plant plugins/host-planted/planted.c '#include <unknot_plugin.h>\n'
must_refuse layers 'what plays in programs of others includes only <unknot.h>'

# text
plant core/base/planted.c "$(yes '/* */\n' | head -n 621 | tr -d '\n')"
must_refuse tidy 'core/base/planted.c:621: has more than 620 lines'
plant core/base/planted.c 'int a; \n'
must_refuse tidy 'core/base/planted.c:1: ends with a space'
plant scripts/planted.lua 'return {}'
must_refuse tidy 'scripts/planted.lua: does not end with a newline'
plant core/base/planted.c 'int a;\r\n'
must_refuse tidy 'core/base/planted.c:1: has a carriage return'
plant core/base/planted.c '\tint a;\n'
must_refuse tidy 'core/base/planted.c:1: has a tab'
plant core/base/planted.c '/* TO''DO: more */\n'
must_refuse tidy 'core/base/planted.c:1: leaves something for later'

# headers
plant core/include/planted.h 'struct unknot_planted { uint32_t a; };\n'
must_refuse headers 'core/include/planted.h: does not compile alone as c11 with gcc'
if command -v g++ >/dev/null; then
    plant core/include/planted.h '#ifndef P\n#define P\nstruct unknot_planted { int class; };\n#endif\n'
    must_refuse headers 'core/include/planted.h: does not compile alone as c++17 with g++'
fi
plant core/base/planted.h 'void uk_planted(size_t n);\n'
must_refuse headers 'core/base/planted.h: does not compile alone as c11 with gcc'

# scripts
if command -v luac5.4 >/dev/null || command -v luac >/dev/null; then
    plant scripts/routines/planted.lua 'return {\n'
    must_refuse scripts 'planted.lua'
fi

# readmes
fresh
rm "$work/tree/audio/README.md"
must_refuse readmes 'audio: has no README.md'
plant core/README.md 'See [it](nowhere.md).\n'
must_refuse readmes './core/README.md: links to nowhere.md'
plant core/README.md '    unknot fly upper-trapezius\n'
must_refuse readmes 'shows the command "fly"'

# objects: a build that has only what is planted
objects=$work/build/core/CMakeFiles/planted.dir
for line in 'int counter = 1;' 'static int hidden; int *get(void); int *get(void) { return &hidden; }' '_Thread_local int own;'; do
    rm -rf "$work/build"
    mkdir -p "$objects"
    printf '%s\n' "$line" >"$work/planted.c"
    gcc -fPIC -c "$work/planted.c" -o "$objects/planted.c.o" || bad=1
    must_refuse globals 'planted.c: "' "$work/build"
done
rm -f "$objects"/*
printf 'const char *const table[] = {"a", "b"};\nconst int one = 1;\n' >"$work/planted.c"
gcc -fPIC -c "$work/planted.c" -o "$objects/planted.c.o"
sh "$here/globals.sh" "$work/tree" "$work/build" || { echo "globals refuses a table that cannot change"; bad=1; }

mkdir -p "$work/build/lib/unknot/plugins"
printf 'int uk_leak;\n' >"$work/planted.c"
gcc -fPIC -shared "$work/planted.c" -o "$work/build/lib/libunknot.so" || bad=1
must_refuse exports 'libunknot.so exports uk_leak' "$work/build"
must_refuse exports 'unknot.h declares unknot_open, which libunknot.so does not export' "$work/build"
cp "$work/build/lib/libunknot.so" "$work/build/lib/unknot/plugins/sink-planted.so"
must_refuse exports 'sink-planted.so exports uk_leak' "$work/build"
exit $bad
