#!/bin/sh
# unknot serve with one button and no screen: it begins what is usual and steers it, and a long press says the menu.
. "$1/tests/cli/ground"
. "$source_folder/tests/cli/hands"

# ---- the button begins what is usual, and steers it
for menu in nope one,nope , one,one,one,one,one,one,one,one,one ../one; do
    run serve --sink null --menu "$menu"
    [ "$code" = 1 ] || [ "$code" = 2 ] || failed "--menu $menu ended with $code"
    one_sentence
done
start one --set 'mood=very calm' --menu two,one
click
comes 'Mood very calm'
click
is_told 'Pressed next'
down
is_told 'Pressed longer'
up
apart
click
click
is_told 'Pressed easier'
click
click
click
is_told 'That is all for now.'
silent stop
comes idle

# ---- a long press says the menu; what was just said is chosen
down
is_told '"text":"Press when you hear what you want."'
up
is_told '"text":"Long two"'
is_told '"text":"Long one"'
sleep 1.5 # it is heard
click
apart
comes 'playing  Long one'
silent stop
comes idle
down
comes 'playing  Menu'
up
: >watched
is_told 'Long two'
sleep 1
click
comes 'playing  Long two'
comes 'Mood calm' # which is not the usual one
refuses 'something is playing' menu
silent stop
comes idle

# another long press leaves it, also at its very beginning; held while the button is pulled out, nothing hangs
: >watched
silent menu
is_told 'Press when you hear'
down
is_told 'Another time, then.'
up
comes idle
down
comes 'playing  Menu'
exec 3>&-
rm button
sleep 0.3
mkfifo button
exec 3<>button
until_so knocks || failed "a button that came back is not heard: $(cat watched)"
comes 'playing  Long'
silent stop
comes idle
ends

# nobody answers: it was said twice, and that is told
start --menu two --device fast
silent menu
is_told 'Nothing was chosen. A press begins anew.'
same "$(grep -c '"text":"Long two"' watched)" 2 "how often the title was said"
comes idle
ends
finish
