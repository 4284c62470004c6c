#!/bin/sh
# The units that are installed: systemd finds nothing wrong with them, and the service of the machine is locked in well.
. "$1/tests/cli/ground"
command -v systemd-analyze >/dev/null || { echo "skipped: no systemd-analyze here"; exit 77; }
most=1.5

# the names of programs are systemd's to find once they are installed: here it is told where
cmake --install "$build_folder" --prefix "$work/usr" >log 2>&1 || failed "cmake --install: $(tail -n 5 log)"
for kind in system user; do
    mkdir $kind
    sed "s|^ExecStart=unknot|ExecStart=$work/usr/bin/unknot|" "usr/lib/systemd/$kind/unknot.service" >$kind/unknot.service ||
        failed "no unit of the $kind"
    option=
    [ $kind = system ] || option=--user
    # what else this machine has wrong is none of ours
    systemd-analyze $option verify --man=no "$work/$kind/unknot.service" >said 2>&1
    grep unknot said && failed "systemd-analyze finds something in the unit of the $kind"
done
"$work/usr/bin/unknot" serve --help >out || failed "the program that the units start does not run"

exposure=$(systemd-analyze security --offline=yes "$work/system/unknot.service" 2>&1 | sed -n 's/.*Overall exposure level for unknot.service: \([0-9.]*\).*/\1/p')
[ -n "$exposure" ] && awk "BEGIN { exit !($exposure <= $most) }" || failed "exposure is '$exposure', over $most"
echo "exposure $exposure"
finish
