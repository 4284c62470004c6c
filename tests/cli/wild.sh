#!/bin/sh
# Plugins that do to their process what nobody may (zoo/plugins): what becomes of the session, in which words, and with which exit code. The
# table in plugins/README.md says the same.
. "$1/tests/cli/ground"
zoo=$build_folder/tests/zoo/plugins
mkdir plugins
cp "$build_folder"/lib/unknot/plugins/*.so "$zoo/sink-wild.so" "$zoo/control-wild.so" "$zoo/voice-odd.so" "$zoo"/source-*.so plugins
UNKNOT_PLUGINS=$work/plugins
export UNKNOT_PLUGINS

# ---- voices live in a process of their own: what they do to it costs a phrase at most, for which a tone stands
tones="1 of 2 phrases are a tone, with the words shown"
odd() {
    cat >odd.lua <<LUA
return { title = "Odd", summary = "Says two things.", play = function() say "You $1 now." say "All is well." end }
LUA
    rm -rf home/.cache odd.wav
    must 0 render ./odd.lua --voice odd -o odd.wav
    [ -s odd.wav ] || failed "$1: no odd.wav"
}
sum() {
    cksum <"$1" | tr -d ' '
}
odd vanish
says err "$tones: the voice ended its process while saying 'You vanish now.' (exit status 42): use other words or another voice"
odd crash
says err "$tones: the voice crashed while saying 'You crash now.' (signal 6): use other words or another voice"
odd leap
says err "$tones: the voice crashed while saying 'You leap now.' (signal "
odd talk
plain=$(sum odd.wav)
for word in unplug abroad nap; do
    odd $word
    [ ! -s err ] || failed "$word: $(cat err)"
    same "$(sum odd.wav)" "$plain" "what is heard of a voice that does '$word'"
done

# ---- sources are tried before they are heard
source_of() {
    cat >source.lua <<LUA
return { title = "Source", summary = "A sound of a plugin.", play = function() tone { kind = "$1", seconds = 3, db = 0 } end }
LUA
}
source_of sleeps
must 1 render ./source.lua -o source.wav
one_sentence
says err "source.lua:1: the plugin '$work/plugins/source-sleeps.so' is too slow: it makes 5.3 ms of sound in 1"
source_of remembers
must 1 plan ./source.lua
says err "source.lua:1: the plugin '$work/plugins/source-remembers.so' is broken: the same position does not give the same sound"
source_of gong
must 1 plan ./source.lua
says err "source.lua:1: there is no sound of kind 'gong': 'unknot plugins' lists the sources there are"
must 1 check ./source.lua
says out "source.lua:1: error: there is no sound of kind 'gong'"
source_of nan
must 0 render ./source.lua -o source.wav
"$unknot" render ./source.lua -o - >again.wav 2>err || failed "render to stdout: $(cat err)"
# the third second: nothing in the left ear; in the right a square wave that is no louder than anything may be
tail -c 192000 source.wav | od -An -v -t d2 -w4 | awk '$1 > 20 || $1 < -20 { left++ } $2 > 29300 || $2 < -29300 { right++ }
    $2 > 10000 { loud++ } END { exit left + right > 0 || loud < 1000 }' || failed "no numbers were heard, or too much"

# ---- sinks, controls and sources live in the process of the session
cat >tone.lua <<'LUA'
return { title = "Tone", summary = "A tone.", play = function() tone { seconds = 2 } mark "Second" wait(10) end }
LUA
# wild CODE WHAT: the sink does it when the session is kept, and the command ends with this code (128: with one above); it can be resumed
wild() {
    rm -rf now home/.local/state
    "$unknot" play ./tone.lua --sink wild --device "$2:$work/now" >out 2>err </dev/null &
    player=$!
    until_so grep -rq . home/.local/state/unknot || failed "$2: no session is kept"
    : >now
    wait $player
    code=$?
    [ "$code" = "$1" ] || [ "$1" = 128 -a "$code" -gt 128 ] || failed "$2: the command ended with $code, not $1"
    must 0 resume --sink null --device fast
    says out Second
}
if ! grep -q '^UNKNOT_SANITIZE:STRING=..*' "$build_folder/CMakeCache.txt"; then # these take offence themselves
    wild 42 exit
    wild 134 abort
    wild 128 jump
fi
must 1 play ./tone.lua --sink wild --device close
says err "unknot: cannot write to standard output: the disk may be full"
"$unknot" play ./tone.lua --sink wild --device sleep >out 2>err </dev/null &
player=$!
until_so "$unknot" ctl status || failed "a sink that sleeps: nobody answers"
kill -INT $player
wait $player
same $? 130 "exit code of a player with a sink that sleeps"

# whatever a control does but end the process, the sound goes on in its own time
write_short
for does in sleep babble fail; do
    must 0 play ./short.lua --sink null --device realtime --control "wild:$does"
    says out "Second half"
    [ $does = fail ] || [ ! -s err ] || failed "a control that does '$does': $(cat err)"
done
says err "unknot: the button fell off: screw it on again"
must 42 play ./short.lua --sink null --device realtime --control wild:exit

# another locale, with commas in its numbers, changes nothing that is said or heard
if mkdir locale && localedef -f UTF-8 -i de_DE locale/de_DE.UTF-8 2>/dev/null; then
    LOCPATH=$work/locale
    export LOCPATH
    "$unknot" play ./tone.lua --sink wild --device locale --control socket >out 2>err </dev/null || failed "locale: $(cat err)"
    [ ! -s err ] || failed "locale: $(cat err)"
else
    echo "not tried: a sink that changes the locale, since localedef cannot make de_DE"
fi

# ---- a folder that others can write to is as good as none
chmod 777 plugins
must 1 play ./tone.lua --sink null --device fast
one_sentence
says err "the plugin folder '$work/plugins' can be written by other users: make it root's or yours and 'chmod go-w' it"
must 0 plugins
[ "$(grep -vc 'not usable: the plugin folder' out)" = 0 ] || failed "usable: $(cat out)"
chmod 755 plugins
must 0 play ./tone.lua --sink null --device fast
finish
