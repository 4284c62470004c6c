#!/bin/sh
# A plugin of each kind, made as plugins/README.md says: outside of the tree, with what is installed, word for word.
. "$1/tests/cli/ground"
cc=$(sed -n 's/^CMAKE_C_COMPILER:.*=//p' "$build_folder/CMakeCache.txt")
grep -q '^UNKNOT_SANITIZE:STRING=..*' "$build_folder/CMakeCache.txt" && { echo "skipped: nobody installs sanitizers"; exit 77; }
command -v pkg-config >/dev/null || { echo "skipped: no pkg-config here"; exit 77; }
unset UNKNOT_PLUGINS PKG_CONFIG_PATH

# Nobody hears anything here.
cat >quietly.sh <<SH
cmake() { command cmake "\$@" >/dev/null; }
cc() { "$cc" -Wextra -Werror "\$@"; }
unknot() {
    case \$* in
    *--sink*) set -- "\$@" ;;
    *--control*) set -- "\$@" --sink null --device realtime ;;
    play*) set -- "\$@" --sink null --device fast ;;
    esac
    command unknot "\$@"
}
set -e
SH
chapter() {
    sed -n '/^## Your first plugin/,/^### Rules/p' "$source_folder/plugins/README.md"
}
chapter | sed -n 's/^    //p' | sed "s|--install build |--install '$build_folder' |" >steps.sh
[ "$(grep -c '^cc ' steps.sh)" = 4 ] || failed "the chapter does not build four plugins: $(cat steps.sh)"
cat quietly.sh steps.sh >all.sh
echo 'wait; command unknot plugins' >>all.sh
sh all.sh >out 2>err </dev/null || failed "a step of the chapter ended with $?: $(head -c 2000 err)"
for kind in sink voice source control; do
    [ "$(grep -c "^$kind *mine  " out)" -ge 1 ] || failed "no $kind: $(cat out)"
done
grep 'not usable' out && failed "not usable"
says out './hum.lua: good'
grep -v 'waiting for the voice' err && failed "something was said beside"
grep -rq '"longer"' home/.local/state/unknot || failed "the control did not press"
finish
