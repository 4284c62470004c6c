#!/bin/sh
# The voice that comes with unknot says all that the shipped routines may ever say, and nothing else; they need no speech program.
. "$1/tests/cli/ground"
lines=$source_folder/audio/en-US-slt/lines.tsv

must 0 voice check --voice en-US-slt upper-trapezius full-body never-press
must 0 voice export -o script.csv
sed 1d script.csv | cut -d, -f1 | sort -u >wanted
sed 1d "$lines" | cut -f1 | sort -u >there
cmp -s wanted there || failed "the voice (>) does not say what the routines do (<): make it again with audio/make-voice
$(diff wanted there)"
[ "$(wc -l <wanted)" -gt 3000 ] || failed "the routines say little: $(wc -l <wanted) sentences"

# every file is used
sed 1d "$lines" | cut -f2 | sort >files
(cd "$source_folder/audio/en-US-slt" && ls *.opus) | sort >clips
cmp -s files clips || failed "files that nobody says, or that are missing: $(diff files clips)"

# it is what is heard where nothing else is chosen, also without any speech program
mkdir mute
cp "$build_folder"/lib/unknot/plugins/sink-*.so "$build_folder"/lib/unknot/plugins/control-*.so mute/
chmod 755 mute
for routine in upper-trapezius coherent-breathing thumb tense-and-let-go; do
    UNKNOT_PLUGINS="$work/mute" run render "$routine" -o a.wav
    [ "$code" = 0 ] || failed "render $routine without a speech program ended with $code"
    [ ! -s err ] || failed "render $routine without a speech program: $(cat err)"
    run render "$routine" -o b.wav
    cmp -s a.wav b.wav || failed "$routine sounds otherwise where there is a speech program"
done
finish
