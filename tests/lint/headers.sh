#!/bin/sh
# headers.sh SOURCE - each header compiles by itself: the public ones as C11 and C++17, strictly, with every compiler that is here; the
# others as C11.
cd "$1" || exit 1
bad=0
strict="-Wall -Wextra -Wpedantic -Werror -fsyntax-only"

try() {
    compiler=$1
    standard=$2
    language=$3
    header=$4
    command -v "$compiler" >/dev/null || return 0
    # shellcheck disable=SC2086
    if ! printf '#include "%s"\n#include "%s"\n' "$header" "$header" |
        $compiler -x "$language" -std="$standard" $strict $5 -I . -I core/include -; then
        echo "$header: does not compile alone as $standard with $compiler"
        bad=1
    fi
}

for header in core/include/*.h; do
    try gcc c11 c "$header"
    try clang c11 c "$header"
    try g++ c++17 c++ "$header"
    try clang++ c++17 c++ "$header"
done
for header in $(find core plugins -name '*.h' ! -path 'core/include/*'); do
    try gcc c11 c "$header" "-D_GNU_SOURCE $(pkg-config --cflags lua5.4)"
done
for compiler in gcc g++ clang clang++; do
    command -v $compiler >/dev/null || echo "note: no $compiler here"
done
exit $bad
