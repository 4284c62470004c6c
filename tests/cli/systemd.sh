#!/bin/sh
# The units that are installed: systemd finds nothing wrong with them, and the service of the machine is locked in well.
. "$1/tests/cli/ground"
command -v systemd-analyze >/dev/null || { echo "skipped: no systemd-analyze here"; exit 77; }
most=1.5 most_with_network=1.9 most_http=1.7

# the name of the program is systemd's to find once it is installed: here it is told where
for kind in system user; do
    mkdir $kind
    sed "s|^ExecStart=unknot|ExecStart=$unknot|" "$source_folder/core/cli/systemd/$kind.service" >$kind/unknot.service
    # the line that systemd starts has options that there are
    line=$(sed -n 's/^ExecStart=\(.*\) \$OPTIONS$/\1 --help/p' $kind/unknot.service)
    $line >out 2>&1 && grep -q 'usage: unknot serve' out || failed "the unit of the $kind cannot start '$line': $(cat out)"
    option=
    [ $kind = system ] || option=--user
    # what else this machine has wrong is none of ours
    systemd-analyze $option verify --man=no "$work/$kind/unknot.service" >said 2>&1
    grep unknot said && failed "systemd-analyze finds something in the unit of the $kind"
done

# exposed MOST WHAT [UNIT]: the unit in the folder system, and what it is called
exposed() {
    exposure=$(systemd-analyze security --offline=yes "$work/system/${3:-unknot}.service" 2>&1 |
        sed -n "s/.*Overall exposure level for ${3:-unknot}.service: \([0-9.]*\).*/\1/p")
    [ -n "$exposure" ] && awk "BEGIN { exit !($exposure <= $1) }" || failed "exposure $2 is '$exposure', over $1"
    echo "exposure $2 $exposure"
}
exposed $most alone

# the one for players in the house
if [ -x "$build_folder/bin/unknot-http" ]; then
    sed "s|^ExecStart=unknot-http|ExecStart=$build_folder/bin/unknot-http|" "$source_folder/core/cli/systemd/http.service" >system/unknot-http.service
    systemd-analyze verify --man=no "$work/system/unknot-http.service" >said 2>&1
    grep unknot said && failed "systemd-analyze finds something in the unit of unknot-http"
    "$build_folder/bin/unknot-http" --help | grep -q 'usage: unknot-http' || failed "the unit of unknot-http starts something else"
    exposed $most_http "of unknot-http" unknot-http
fi

# with what lets it into the network, if it is for a control
sed 's/^#Load/Load/' "$source_folder/core/cli/systemd/network.conf" >>system/unknot.service
systemd-analyze verify --man=no "$work/system/unknot.service" >said 2>&1
grep unknot said && failed "systemd-analyze finds something in network.conf"
exposed $most_with_network "with the network"
finish
