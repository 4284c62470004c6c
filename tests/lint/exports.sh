#!/bin/sh
# exports.sh SOURCE BUILD - libunknot.so exports what unknot.h and unknot_voice.h declare, all of it and nothing else; a plugin exports its one entry.
library=$2/lib/libunknot.so
bad=0
if [ ! -e "$library" ]; then
    echo "$library: is not there"
    exit 1
fi

symbols() {
    nm -D --defined-only "$1" | awk '{ print $NF }' | sed 's/@.*//' | grep -v -E '^(__asan|__odr_asan|__ubsan|__tsan|_init$|_fini$)' | sort
}

declared=$(sed -n 's/^UNKNOT_API [^(]*[ *]\(unknot_[a-z_0-9]*\)(.*/\1/p' "$1"/core/include/unknot.h "$1"/core/include/unknot_voice.h | sort)
exported=$(symbols "$library")
for name in $exported; do
    echo "$declared" | grep -qx "$name" || { echo "libunknot.so exports $name, which unknot.h does not declare"; bad=1; }
done
for name in $declared; do
    echo "$exported" | grep -qx "$name" || { echo "unknot.h declares $name, which libunknot.so does not export"; bad=1; }
done
for plugin in "$2"/lib/unknot/plugins/*.so; do
    [ -e "$plugin" ] || continue
    for name in $(symbols "$plugin"); do
        [ "$name" = unknot_plugin_get ] || { echo "$(basename "$plugin") exports $name; a plugin exports unknot_plugin_get alone"; bad=1; }
    done
done
exit $bad
