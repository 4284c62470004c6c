#!/bin/sh
# unknot serve and a reader of cards: a card begins what its line says, does what a word of ctl does, or is told to be unknown. And what a
# service keeps: its volume, times that come again, a session that a power cut has ended.
. "$1/tests/cli/ground"
. "$source_folder/tests/cli/hands"

# ---- lines, good and bad
printf '# mine\n11 = one --set mood="very calm"\n12 = stop\n13 = next\nnonsense\n' >"$cards"
start
says service 'line 5 of '
must 0 ctl status
says out 'line 5 of '
card 11
comes 'Mood very calm'
card 11 # it rests on the reader
card 13
is_told 'Pressed next'
card 12
comes idle
printf '11 = one\n14 = nope\n' >"$cards"
kill -HUP "$service"
comes "line 2 of $cards: there is no routine 'nope'"
for letters in 1 2 3 4 5 6 7 8; do printf '%0100000d' 0; done >"$cards"
kill -HUP "$service"
comes 'line 1 of'
rm "$cards"
mkdir "$cards"
kill -HUP "$service"
comes 'it is a folder'
refuses 'cannot be written' card 15 one
rmdir "$cards"
mkfifo "$cards"
kill -HUP "$service"
comes 'it is no file'
rm "$cards"
truncate -s 10M "$cards"
kill -HUP "$service"
comes 'more than 1 MiB'
rm "$cards"

# ---- a card that is not known, until it is
card 77
comes "or the line '77 = ROUTINE' in $cards"
is_told '{"event":"card","at":0.0,"code":"77"}'
is_told 'This card is not known yet.'
refuses "did you mean 'one'" card 77 onne
refuses 'up to 64 letters' card 'a/b' one
refuses 'takes no mood=wild' card 77 one --set mood=wild
refuses 'begins nothing' card 77 off
refuses 'no quotation marks' card 77 'step' 'the "end"'
must 2 ctl card
comes idle
silent card 77 two --set 'mood=very calm'
same "$(cat "$cards")" '77 = two --set "mood=very calm"' "the line of the card"
must 0 ctl status
grep -q '^card' out && failed "the card is still said to be unknown: $(cat out)"
card 12345678901234567890123456789012345678901234567890123456789012345 # of 65 letters: none
silent card 78 one
card 78
comes 'playing  Long one'
card 77 # another one takes its place
comes 'playing  Long two'
comes 'Mood very calm'
sleep 5.1 # as long as a card counts as resting
card 77
comes 'paused   Long two'

# ---- what is kept
silent card 78 off
silent volume 40
comes 'volume   40 %'
until_so grep -qx 40.0 "$state/volume" || failed "the volume is not kept: $(cat "$state/volume")"
silent volume 30 # not written at once: memory cards wear out
later=$(date -d '12 hours' +%H:%M)
refuses 'takes days, such as mon,fri' at "$later" one --weekdays someday
must 2 ctl play one --daily
one_sentence
silent at "$later" one --daily
silent at "$later" two --set mood=calm --weekdays mon,fri
must 0 ctl status
says out "T$later  one, daily"
says out "T$later  two mood=calm, mon,fri"
grep -q "T$later/mon,fri	two	mood=calm\$" "$state/schedule" || failed "the schedule: $(cat "$state/schedule")"
ends
same "$(cat "$state/volume")" 30.0 "the volume at the end"
printf '%s/daily\tone\n' "$(date -d '1 minute ago' +%Y-%m-%dT%H:%M)" >"$state/schedule"
start --ceiling 20
same "$first_volume" '20 %' "the volume at the beginning"
comes 'playing  Long one' # what is due
comes "T$(date -d '1 minute ago' +%H:%M)  one, daily"
silent at "$(date -d '1 minute ago' +%H:%M)" off
silent seek 100
silent play one --set 'mood=very calm'
comes 'Mood very calm'
silent press longer
comes 'Pressed longer'
until_so grep -q longer "$(ls "$state"/sessions/* | tail -n 1)" || failed "the session is not kept"

# ---- a power cut
kill -KILL "$service"
wait "$service" 2>/dev/null
start
silent resume
comes 'playing  Long one'
must 0 ctl status --json
"$json_ok" presses <out | grep -qx '[1-9].*' || failed "what was pressed is gone: $(cat out)"
silent stop
comes idle
silent resume # nothing was cut off, and nothing is usual
comes 'playing  Menu'
silent stop
comes idle
ends
finish
