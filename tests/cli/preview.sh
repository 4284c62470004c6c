#!/bin/sh
# Hearing a moment of a routine before it is done: --from, --step, --only-voice, --fast.
. "$1/tests/cli/ground"

cat >mine.lua <<'LUA'
return {
  title = "Mine",
  play = function()
    bed { kind = "noise" }
    step "Beginning"
    tone { hz = 440, seconds = 2 }
    wait(20)
    step "Left side"
    say "The left side."
    wait(20)
    step "Right side"
    say "The right side."
    wait(20)
  end,
}
LUA

# only the voice: nothing is heard before the first phrase
must 0 render ./mine.lua --only-voice -o voice.wav
head -c 3800000 voice.wav | tail -c +10000 | tr -d '\000' >heard # 20 s of two channels with 16 bits, without the head
[ ! -s heard ] || failed "$(wc -c <heard) bytes that are not silence before the first phrase"
tail -c +3800000 voice.wav | tr -d '\000' >heard
[ -s heard ] || failed "the voice is not heard"

# a step, by how its title begins, in capitals or not
must 0 render ./mine.lua --step "left S" -o left.wav
must 0 render ./mine.lua --from 0:20 -o from.wav
cmp -s left.wav from.wav || failed "--step and --from do not begin at the same place"
must 2 render ./mine.lua --step Middle -o middle.wav
one_sentence
says err 'no step of ./mine.lua begins with "Middle"'

# fast: both phrases are spoken, the pauses are not sat through
began=$(date +%s)
must 0 play ./mine.lua --fast 50 --sink null
took=$(($(date +%s) - began))
[ "$took" -lt 30 ] || failed "--fast 50 took $took s of 63"
same "$(grep -c 'side\.$' out)" 2 "phrases that were spoken"
same "$(grep -c '\[' out)" 3 "steps that were told"
must 2 play ./mine.lua --fast 0
must 2 play ./mine.lua --fast quick
must 2 plan ./mine.lua --fast 4
says err "belongs to play"
finish
