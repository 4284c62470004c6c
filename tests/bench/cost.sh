#!/bin/bash
# What the thread that reads the sound costs, in instructions, which are the same whatever else the machine does:
#   tests/bench/cost.sh BUILD_FOLDER [ROUTINE...]
# Of each routine every second is counted. Without a routine: those with the dearest seconds and the dearest means by the clock. Needs valgrind.
# A Raspberry Pi 3 is taken as 1.2 GHz with 0.6 instructions a cycle (an estimate; its Cortex-A53 takes them in order, two at most), so that 1 %
# of a core is 7.2 million. The same code for arm64 is about 1.1 times as many instructions as for x86-64.
set -eu
build=$(realpath "${1:?usage: cost.sh BUILD_FOLDER [ROUTINE...]}")
shift
bench=$build/tests/bench_cost
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# counted FUNCTION ARGUMENTS...: a line for each call of the function
counted() {
    function=$1
    shift
    rm -f "$work"/cg.*
    valgrind -q --tool=callgrind --callgrind-out-file="$work/cg" --toggle-collect="$function" --dump-after="$function" "$bench" "$@" > "$work/log" 2>&1 ||
        { cat "$work/log" >&2; exit 1; }
    find "$work" -name 'cg.*' | sort -t. -k3n -V | xargs sed -n 's/^totals: //p'
}

copy=$(counted copy_second yardstick)
biquad=$(counted biquad_second yardstick)
echo "yardsticks, a second of stereo at 48 kHz: a copy with a gain $copy instructions, a biquad $biquad"
if [ $# = 0 ]; then
    "$bench" > "$work/clock"
    set -- $({ sort -k5n "$work/clock" | tail -8; sort -k2n "$work/clock" | tail -2; } | cut -d' ' -f1 | sort -u)
fi
echo "quantizing a second: $(counted quantize_second "$1" 1 30)"
for routine; do
    counted read_second "$routine" 3600 | awk -v routine="$routine" -v copy="$copy" -v biquad="$biquad" '
        { sum += $1; if ($1 > most) { most = $1; at = NR - 1 } }
        function say(what, n) {
            printf "%-28s %-22s %10d instructions  %5.1f copies  %5.1f biquads  %.2f %% of a core of a Pi 3\n", routine, what, n, n / copy, n / biquad, n * 1.1 / 7.2e6
        }
        END { say("second " at, most); say("mean of " NR " s", sum / NR) }'
done
