#!/bin/sh
# What is not installed: the sentence names the package that brings it, and each package that is named is one that is made.
. "$1/tests/cli/ground"
write_short
mkdir few none none/audio
cp "$build_folder/lib/unknot/plugins/sink-null.so" "$build_folder/lib/unknot/plugins/control-socket.so" few/
chmod 755 few
ln -s "$source_folder/scripts" none/scripts
export UNKNOT_PLUGINS="$work/few" UNKNOT_DATA="$work/none"

# names PACKAGE: the sentence does, and there is such a package
names() {
    one_sentence
    says err "'sudo apt install $1'"
    plugin=${1#unknot-plugin-}
    if [ "$plugin" != "$1" ]; then
        grep -q "PACKAGE $plugin \"" "$source_folder/plugins/CMakeLists.txt" || failed "there is no package $1"
    else
        grep -qw "$1" "$source_folder/core/package/debian.cmake" || failed "there is no package $1"
    fi
}

must 1 play ./short.lua
names unknot-plugin-portaudio
for control in mqtt:somewhere evdev:pedal mpris; do
    must 1 play ./short.lua --sink null --control $control
    names unknot-plugin-${control%%:*}
    must 1 serve --control $control
    names unknot-plugin-${control%%:*}
done
must 1 play ./short.lua --sink null --voice flite:rms
names unknot-plugin-flite
must 1 play ./short.lua --sink null --voice en-US-slt
names unknot-voice-en-us-slt

# each plugin that has a package of its own is known to have one
sed -n 's/^ .*PACKAGE \([a-z]*\) ".*/\1/p' "$source_folder/plugins/CMakeLists.txt" | sort >made
grep 'packaged\[\] = ' "$source_folder/core/engine/plugin_host.c" | grep -o '"[a-z]*"' | tr -d '"' | sort >known
[ -s known ] || failed "no plugin is known to have a package"
same "$(cat known)" "$(cat made)" "plugins that have a package"
run doctor
says out "> sudo apt install unknot-plugin-portaudio"
finish
