#!/bin/sh
# An installed unknot finds its parts wherever it was put, without the sources and the build.
. "$1/tests/cli/ground"
write_short

cmake --install "$build_folder" --prefix "$work/a place" >log 2>&1 || failed "cmake --install: $(tail -n 5 log)"
unknot="$work/a place/bin/unknot"
must 0 list
says out upper-trapezius
must 0 list --lang de
says out "Kohärentes Atmen"
must 0 plugins
says out "sink   file"
grep -q "not usable" out && failed "an installed plugin is not usable: $(cat out)"
must 0 render ./short.lua -o short.flac
[ -s short.flac ] || failed "no short.flac"
for page in man1/unknot.1 man5/unknot-routine.5; do
    [ -s "a place/share/man/$page" ] || failed "no manual page $page"
done
for kind in system user; do
    [ -s "a place/lib/systemd/$kind/unknot.service" ] || failed "no unit of the $kind"
done
for header in unknot.h unknot_voice.h unknot_plugin.h; do
    [ -s "a place/include/$header" ] || failed "no $header"
done
metadata="a place/share/metainfo/org.unknot.unknot.metainfo.xml"
[ -s "$metadata" ] || failed "no metadata for software centres"
if command -v appstreamcli >/dev/null; then
    appstreamcli validate --no-net "$metadata" >out 2>&1 || failed "appstreamcli: $(cat out)"
fi

# a program of somebody else is built with it, and runs
cat >host.c <<'C'
#include <stdio.h>
#include <unknot.h>
int main(void)
{
    return puts(unknot_status_text(UNKNOT_OK)) == EOF;
}
C
libraries=$(dirname "$(find "a place" -name 'libunknot.so')")
if flags=$(PKG_CONFIG_PATH="$libraries/pkgconfig" pkg-config --cflags --libs unknot); then
    eval "gcc host.c -o host $flags" 2>err || failed "a program with unknot.pc: $(cat err)"
    LD_LIBRARY_PATH=$libraries ./host >out || failed "a program with unknot.pc does not run"
else
    failed "unknot.pc: $flags"
fi

# nothing that was installed looks into the build
for file in "a place/bin/unknot" "a place"/lib*/libunknot.so "a place"/lib*/*/libunknot.so "a place/libexec/unknot"/*; do
    [ -e "$file" ] || continue
    objdump -p "$file" 2>/dev/null | grep -E 'R(UN)?PATH' | grep -qF "$build_folder" && failed "$file looks for libraries in the build folder"
done
finish
