#!/bin/sh
# Where the voice that was wanted does not speak: what is heard instead, and that it is said.
. "$1/tests/cli/ground"

# no voice at all: tones, with the words shown; the routine lasts about as long
mkdir mute
cp "$build_folder"/lib/unknot/plugins/sink-*.so "$build_folder"/lib/unknot/plugins/control-*.so mute/
chmod 755 mute
mkdir packless packless/audio
ln -s "$source_folder/scripts" packless/scripts
export UNKNOT_DATA="$work/packless"
UNKNOT_PLUGINS="$work/mute" run render upper-trapezius --minutes 3 -o mute.flac
[ "$code" = 0 ] || failed "render without a voice ended with $code: $(cat err)"
[ -s mute.flac ] || failed "no sound without a voice"
grep -q '^unknot: \([0-9]*\) of \1 phrases are a tone, with the words shown: no voice is installed: .sudo apt install unknot-voice-en-us-slt. ' err ||
    failed "it is not said that nobody speaks: $(cat err)"
UNKNOT_PLUGINS="$work/mute" run render upper-trapezius --minutes 4 --lang de -o mute.flac
says err "no voice here speaks the language 'de': 'sudo apt install espeak-ng'"
UNKNOT_PLUGINS="$work/mute" run plan upper-trapezius
says out "General comfort, not medical advice."

# a program that is not there, one that fails, one that hangs
cat >sick <<'SH'
#!/bin/sh
echo "my throat hurts" >&2
exit 3
SH
cat >dead <<'SH'
#!/bin/sh
exec sleep 1000
SH
chmod +x sick dead
must 0 render coherent-breathing --minutes 5 --voice "command:nosuchprogram" -o x.flac
says err "phrases are a tone, with the words shown: the voice 'command' cannot be opened: there is no program 'nosuchprogram'"
must 0 render coherent-breathing --minutes 5 --voice "command:$work/sick {out}" -o x.flac
says err "my throat hurts"
start=$(date +%s)
must 0 render coherent-breathing --minutes 5 --voice "command:$work/dead {out}" -o x.flac
says err "took longer than 10 s and was stopped"
[ $(($(date +%s) - start)) -lt 25 ] || failed "a program that hangs was waited for again and again"

# a plugin that is not there is a slip, not a fallback
must 1 render coherent-breathing --voice nosuchvoice -o y.flac
[ ! -e y.flac ] || failed "a file was made without the voice that was named"
one_sentence

# a routine of one's own, with words that the voice pack does not have, and some that it has
cat >mine.lua <<'LUA'
return { title = "Mine", play = function() say "The middle of the road." say "Breathe in." end }
LUA
cat >own.lua <<'LUA'
return { title = "Own", play = function() say "The middle of the road." end }
LUA
if [ -e "$build_folder/lib/unknot/plugins/voice-flite.so" ]; then
    unset UNKNOT_DATA
    must 0 render ./mine.lua -o z.flac
    says err "1 of 2 phrases are said by flite: the voice pack 'en-US-slt' does not have it; --voice flite lets one voice say all"
    must 0 render ./mine.lua --voice flite -o z.flac
    [ ! -s err ] || failed "one voice says all, and yet: $(cat err)"
    must 0 render ./own.lua -o z.flac # one voice, as it happens
    [ ! -s err ] || failed "one voice says all it has to, and yet: $(cat err)"
    must 0 render ./own.lua --voice en-US-slt -o z.flac
    says err "1 of 1 phrases are said by flite"
    export UNKNOT_DATA="$work/packless"
fi

# while a slow voice makes its first phrases the player says why nothing is heard
if [ -e "$build_folder/lib/unknot/plugins/voice-flite.so" ] && command -v flite >/dev/null; then
    cat >slow <<'SH'
#!/bin/sh
sleep 0.7
exec flite -voice rms -f /dev/stdin -o "$1"
SH
    chmod +x slow
    timeout --preserve-status -s INT 12 "$unknot" play upper-trapezius --sink null --voice "command:$work/slow {out}" >out 2>err
    says err "waiting for the voice: "
    says out "These routines are for general comfort."
fi
finish
