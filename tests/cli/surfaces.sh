#!/bin/sh
# What people and programs rely on: the text and the JSON of each command.
. "$1/tests/cli/ground"
write_short

value() {
    "$json_ok" "$2" <"$1" 2>&1
}

must 0 list
for name in coherent-breathing suboccipitals upper-trapezius; do
    grep -q "^ *$name  *[0-9].*[A-Z]" out || failed "list has no good line for $name: $(cat out)"
done
must 0 list --json
grep -q '{"name": "upper-trapezius", "title": "[A-Z]' out || failed "list --json has no title"
[ -n "$(value out 2.tools)" ] && [ -n "$(value out 2.position)" ] || failed "list --json has no tools or position"

# A routine of one's own that is broken spoils nothing.
mkdir -p home/.local/share/unknot/scripts/routines home/.local/share/unknot/routines
echo 'return {' >home/.local/share/unknot/scripts/routines/broken.lua
cp home/.local/share/unknot/scripts/routines/broken.lua home/.local/share/unknot/routines/
must 0 list
says out upper-trapezius
rm -r home/.local

must 0 show ./short.lua
says out "Two tones and a bell."
says out "length   0:0"
says out "both|left|right"
says out "0:01  Second half"
must 0 show ./short.lua --json
same "$(value out name)" short "show --json name"
same "$(value out params.side.1)" left "show --json params"
same "$(value out marks.1.title)" "Second half" "show --json marks"
same "$(value out marks.1.at_frames)" 48000 "show --json marks"

must 0 plan ./short.lua --format json
for key in routine rate length_frames cues marks spans notes; do
    value out $key >/dev/null || failed "plan --format json has no $key"
done
same "$(value out routine)" short "routine"
same "$(value out rate)" 48000 "rate"
same "$(value out cues.0.at_frames)" 0 "first cue"
same "$(value out cues.0.length_frames)" 24000 "its length"
same "$(value out cues.0.kind)" sine "its kind"
same "$(value out cues.0.bus)" tone "its bus"
value out cues.0.text >/dev/null || failed "a cue has no text"
same "$(value out marks.0.level)" 1 "level of a mark"
must 0 plan ./short.lua --format json --rate 44100
same "$(value out rate)" 44100 "--rate"
same "$(value out cues.0.length_frames)" 22050 "length at --rate"

must 0 plan ./short.lua
says out "short: 0:0"
says out "  Second half"
grep -q '^steps  |First *|Second half' out || failed "no picture: $(cat out)"
grep -q '^    0:00      tone, 0.5 s$' out || failed "no line for the tone: $(cat out)"

# the same words, the same plan
must 0 plan upper-trapezius --format json --seed 7
mv out first
must 0 plan upper-trapezius --format json --seed 7
cmp -s first out || failed "the same plan is not the same"
value out spans.0.point >/dev/null || failed "no spans"
[ "$(value out spans)" -gt 0 ] || failed "no spans"

must 0 plugins
for line in 'sink   file' 'sink   null' 'sink   pipe' 'voice  command' 'voice  flite'; do
    says out "$line"
done
must 0 plugins --json
case $(value out 0.kind) in control | sink) ;; *) same "$(value out 0.kind)" sink "plugins --json" ;; esac
must 0 devices --sink null
must 0 devices --sink null --json
value out '' >/dev/null || failed "devices --json"

# a reader who has seen enough, and one who takes nothing
"$unknot" plan upper-trapezius 2>err | head -n 1 >out
[ ! -s err ] || failed "| head: $(cat err)"
"$unknot" list >/dev/full 2>err
same $? 1 "a full disk"
says err "unknot: cannot write to standard output: No space left on device"
finish
