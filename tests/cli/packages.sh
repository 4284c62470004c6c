#!/bin/sh
# The Debian packages: all that is installed is in one of them, none has what is another's, and together they play.
. "$1/tests/cli/ground"
for tool in cpack dpkg-deb dpkg-shlibdeps file readelf; do
    command -v $tool >/dev/null || { echo "skipped: no $tool here"; exit 77; }
done
grep -q '^UNKNOT_SANITIZE:STRING=..*' "$build_folder/CMakeCache.txt" && { echo "skipped: nobody packs sanitizers"; exit 77; }

cpack --config "$build_folder/CPackConfig.cmake" -B "$work/debs" -D CPACK_DEBIAN_COMPRESSION_TYPE=none >log 2>&1 || {
    failed "cpack: $(tail -n 20 log)"
    finish
}
grep -i 'warning' log && failed "cpack warns"
mkdir root
for package in debs/*.deb; do
    name=$(dpkg-deb -f "$package" Package)
    dpkg-deb -f "$package" >"$name.control"
    dpkg-deb -c "$package" | sed -n '/^d/!s|.* \./||p' | sed 's| -> .*||' >"$name.files"
    dpkg-deb -x "$package" root
    dpkg-deb -c "$package" | grep -v ' root/root ' >out && failed "$name has what is not root's: $(head -n 3 out)"
    for file in copyright changelog.gz; do
        grep -qx "usr/share/doc/$name/$file" "$name.files" || failed "$name has no $file"
    done
    [ "$(sed -n 's/^Description: //p' "$name.control" | wc -c)" -lt 80 ] || failed "$name needs many words: $(grep Desc "$name.control")"
done
for name in unknot libunknot0 libunknot-dev unknot-voice-en-us-slt; do
    [ -s $name.files ] || failed "no package $name"
done
sort ./*.files | uniq -d >twice
[ ! -s twice ] || failed "in two packages: $(cat twice)"

# what cmake installs is packed, and nothing else but what Debian wants of a package
cmake --install "$build_folder" --prefix "$work/usr" >log 2>&1 || failed "cmake --install: $(tail -n 5 log)"
find usr ! -type d | sort >installed
cat ./*.files | sed '/^etc\//d; /\/doc\/.*\/\(copyright\|changelog\.gz\)$/d; /\/lintian\//d; s|\(share/man/.*\)\.gz$|\1|
    s|vendor-completions|site-functions|' | sort >packed
cmp -s installed packed || failed "installed and packed: $(diff installed packed | head)"

# where is FILE PACKAGE: the file, a pattern of grep, is in this package
is_in() {
    grep -q "^usr/$1\$" "$2.files" || failed "$1 is not in $2"
}
is_in bin/unknot unknot
is_in libexec/unknot/unknot-planner unknot
is_in share/unknot/scripts/routines/upper-trapezius.lua unknot
is_in share/man/man1/unknot.1.gz unknot
# the line that doctor says has this path
is_in share/doc/unknot/examples/network.conf unknot
is_in 'lib/.*libunknot\.so\.0' libunknot0
is_in 'lib/.*libunknot\.so' libunknot-dev
is_in 'lib/.*pkgconfig/unknot\.pc' libunknot-dev
is_in include/unknot.h libunknot-dev
is_in share/unknot/audio/en-US-slt/pack.lua unknot-voice-en-us-slt

[ ! -e gstreamer1.0-unknot.files ] || is_in 'lib/.*/gstreamer-1.0/libgstunknot\.so' gstreamer1.0-unknot
[ ! -e unknot-mpv.files ] || grep -qx etc/mpv/scripts/unknot.so unknot-mpv.files || failed "mpv would not find unknot-mpv"
[ ! -e unknot-mpv.files ] || is_in "$(readlink root/etc/mpv/scripts/unknot.so | sed 's|^/usr/||')" unknot-mpv

# who needs whom; a library of a plugin is needed by the package of that plugin alone
depends() {
    grep -q "^Depends: .*$2" "$1.control" || failed "$1 does not depend on $2: $(grep '^Depends' "$1.control")"
}
depends unknot 'libunknot0 (= '
depends unknot liblua5.4
depends libunknot-dev 'libunknot0 (= '
depends libunknot0 libjansson
same "$(sed -n 's/^Architecture: //p' unknot-voice-en-us-slt.control)" all "architecture of the voice"
same "$(sed -n 's/^Multi-Arch: //p' libunknot0.control libunknot-dev.control unknot-voice-en-us-slt.control | paste -sd' ')" "same same foreign" "which may be installed beside those of another architecture"
grep -q '^Depends' unknot-voice-en-us-slt.control && failed "the voice depends on something"
for library in portaudio flite evdev systemd:mpris mosquitto:mqtt; do
    [ -s "unknot-plugin-${library#*:}.control" ] && depends "unknot-plugin-${library#*:}" "lib${library%:*}"
    grep '^Depends' unknot.control libunknot0.control | grep $library && failed "everybody needs $library"
done
if [ -x "$build_folder/bin/unknot-http" ]; then
    is_in bin/unknot-http unknot-http
    is_in share/man/man1/unknot-http.1.gz unknot-http
    is_in lib/systemd/system/unknot-http.service unknot-http
    depends unknot-http libmicrohttpd
    grep '^Depends' unknot.control libunknot0.control | grep microhttpd && failed "everybody needs libmicrohttpd"
fi

# as it will be on somebody's machine, but for the folder; the linker there knows where libraries are
for file in root/usr/bin/* root/usr/lib/*/gstreamer-1.0/*.so; do
    [ ! -e "$file" ] || { readelf -d "$file" | grep -E 'R(UN)?PATH' && failed "$file has a search path of its own"; }
done
LD_LIBRARY_PATH=$(dirname "$(find "$work/root/usr/lib" -name 'libunknot.so.0')")
export LD_LIBRARY_PATH
unknot=$work/root/usr/bin/unknot
must 0 plugins
grep -q 'not usable' out && failed "a plugin that was packed is not usable: $(cat out)"
same "$(grep -c . out)" "$(find "$build_folder/lib/unknot/plugins" -name '*.so' | wc -l)" "plugins that were packed"
must 0 play upper-trapezius --minutes 5 --sink null --device fast
must 0 help emergency
finish
