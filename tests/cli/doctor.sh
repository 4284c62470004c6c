#!/bin/sh
# unknot doctor: what it says, what it ends with, and what is not in its report.
. "$1/tests/cli/ground"

value() {
    "$json_ok" "$2" <"$1" 2>&1
}

# a machine that plays to a sound device that is none, with a volume at zero
if [ -e "$build_folder/libexec/unknot/unknot-audio" ] && [ -e "$build_folder/tests/libasound_module_pcm_paced.so" ]; then
    ln -s "$source_folder/tests/audio/asound/paced.conf" asound.conf
    export ALSA_CONFIG_PATH="$work/asound.conf" PACED_LIB="$build_folder/tests/libasound_module_pcm_paced.so"
    mkdir bin
    cat >bin/amixer <<'SH'
#!/bin/sh
echo "Simple mixer control 'PCM',0"
echo "  Mono: Playback 0 [0%] [-51.00dB] [on]"
SH
    chmod +x bin/amixer
    real_path=$PATH
    export PATH="$work/bin:$PATH"
    must 1 doctor
    says out "default: what ALSA_CONFIG_PATH says"
    says out "mend  volume    the volume 'PCM' is at zero"
    says out "> amixer sset 'PCM' 70% unmute && sudo alsactl store"
    says out "to mend"
    printf '#!/bin/sh\nexit 1\n' >bin/amixer
    run doctor
    says out "note  volume"
    export PATH="$real_path"
fi

run doctor --json
[ "$code" = 0 ] || [ "$code" = 1 ] || failed "doctor ended with $code: $(cat err)"
order=
mends=0
for i in 0 1 2 3 4 5 6 7 8 9 10 11 12; do
    order="$order $(value out $i.check)"
    case $(value out $i.verdict) in
    mend)
        mends=$((mends + 1))
        [ -n "$(value out $i.mend)" ] || failed "nothing mends: $(value out $i.says)"
        ;;
    well | note) same "$(value out $i.mend)" "" "what is mended where all is well" ;;
    *) failed "a verdict of $(value out $i.verdict)" ;;
    esac
    [ -n "$(value out $i.says)" ] || failed "$(value out $i.check) says nothing"
done
same "$order" " rights busy output login network volume sessions clock rate machine voice dropouts player" "the order of the checks"
[ $((mends > 0)) = "$code" ] || failed "ended with $code, with $mends things to mend"

# the report names neither home nor machine
run doctor --report report.txt
[ ! -s err ] || failed "on stderr: $(cat err)"
for words in "unknot 0." "what unknot doctor found" "sound cards" "outputs, the best first" "plugins" "~/.local/state/unknot"; do
    says report.txt "$words"
done
if grep -qF "$HOME" report.txt; then failed "the home folder is in the report"; fi
if grep -qw "$(uname -n)" report.txt && [ "$(uname -n)" != localhost ]; then failed "the name of the machine is in the report"; fi
must 1 doctor --report nowhere/report.txt
says err "cannot write nowhere/report.txt"

# nobody speaks
mkdir mute packless packless/audio
cp "$build_folder"/lib/unknot/plugins/sink-*.so mute/
chmod 755 mute
ln -s "$source_folder/scripts" packless/scripts
UNKNOT_DATA="$work/packless" UNKNOT_PLUGINS="$work/mute" must 1 doctor
says out "mend  voice"
says out "sudo apt install unknot-voice-en-us-slt espeak-ng"
finish
