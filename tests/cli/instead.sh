#!/bin/sh
# Another output is played to than the best one: it is said once, and stands in the status; and what a listener reads where no sound can be had.
. "$1/tests/cli/ground"
write_short
must 0 play ./short.lua --sink null --device fast,instead
same "$(cat err)" "unknot: the sound card 'Better' is in use by another program, so what plays goes to null" "what is said"
must 0 play ./short.lua --sink null --device fast
same "$(cat err)" "" "what is said when the best is there"

sed 's/wait(1)/wait(100)/' short.lua >long.lua
for what in "" ,instead; do
    "$unknot" play ./long.lua --sink null --device "realtime$what" >played 2>said </dev/null &
    player=$!
    until_so "$unknot" ctl status || failed "nothing plays: $(cat said)"
    must 0 ctl status
    same "$(grep -c '^trouble  the sound card .Better. is in use' out)" "$([ -n "$what" ] && echo 1 || echo 0)" "times that the status tells of it"
    must 0 ctl quit
    wait $player
done

# a configuration of ALSA's that is no use takes the sound's process with it, not the player
[ -e "$build_folder/libexec/unknot/unknot-audio" ] || finish
: >empty.conf
ALSA_CONFIG_PATH="$work/empty.conf" run play ./short.lua
[ "$code" = 1 ] || failed "without a configuration of ALSA's, play ended with $code"
grep -q '^unknot: .*\(sound device\|sound system\)' err || failed "it is not said that there is no sound: $(cat err)"
says err "the settings of ALSA have no output called default: look into"
! grep -q 'unknot-audio\|[Aa]ssert' err || failed "what it says is of no use: $(cat err)"
ALSA_CONFIG_PATH="$work/empty.conf" must 1 devices
says err "the settings of ALSA have no output called default: look into"
finish
