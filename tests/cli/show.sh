#!/bin/sh
# `unknot show`: what is needed in words, the places with what to keep off, and the picture, as text and as a file.
. "$1/tests/cli/ground"

picture() { # the lines of the picture: below the heading of a view
    sed -n '/^  *left .* right/,$p' out
}

export LC_ALL=C
must 0 show upper-trapezius
says out "Top-of-shoulder muscle (upper-trapezius)"
says out "may also be felt: side of the neck"
says out "careful: Squeeze the roll only; keep out of the hollow above the collarbone"
says out "you need thumb and fingers (roll between thumb and fingers)"
grep -q "fits into [0-9.]* to [0-9.]* minutes" out || failed "no range of minutes: $(cat out)"
[ "$(picture | grep -v where | grep -c '@')" -ge 1 ] || failed "no spot in the picture: $(picture)"
[ "$(picture | grep -o '@[^@]*@' | wc -l)" -ge 1 ] || failed "not a spot on both sides: $(picture)"
picture | grep -q ':::' || failed "no area where it may be felt: $(picture)"
LC_ALL=C grep -q '[^ -~]' out && failed "something else than ASCII where the locale is C"

# one side: one spot, on that side
must 0 show upper-trapezius --side right
picture | grep -v where | grep -o '@' >spots
same "$(wc -l <spots | tr -d ' ')" 1 "spots of one side"

# braille where the terminal has UTF-8
export LC_ALL=C.UTF-8
must 0 show upper-trapezius
grep -q "$(printf '\342\240')" out || failed "no braille in a UTF-8 locale"
export LC_ALL=C

# several places have numbers, and what lies near each other is in one view
cat >two.lua <<'LUA'
return {
  title = "Two < three & more", points = { "upper-trapezius", "gluteus-maximus", "no-such-place" }, position = { "wall", "chair" },
  play = function() tone { kind = "bell", seconds = 1 } wait(1) end,
}
LUA
must 0 show ./two.lua
says out "position wall, chair"
says out "  2  Big buttock muscle (gluteus-maximus)"
picture | grep -q '1.*1' || failed "no number of the first place: $(picture)"
picture | grep -q '2' || failed "no number of the second place: $(picture)"

# the same for a program
must 0 show ./two.lua --json
same "$("$json_ok" places.1.id <out)" gluteus-maximus "the second place"
same "$("$json_ok" places.0.cautions <out | cut -c1-21)" "Squeeze the roll only" "its cautions"
same "$("$json_ok" views.0.view <out)" back-shoulders "the view of the first"
same "$("$json_ok" views.1.view <out)" back-hips "the view of the second"
same "$("$json_ok" views.0.marks.0.kind <out)" felt "a mark"
same "$("$json_ok" position.0 <out)" wall "position"

sed 's/"gluteus-maximus"/"rhomboids"/' two.lua >near.lua
must 0 show ./near.lua --json
same "$("$json_ok" views <out)" 1 "the views of two that are near"

# beyond nine the marks are letters, in the list as in the picture
cat >many.lua <<'LUA'
return {
  title = "Many", play = function() tone { kind = "bell", seconds = 1 } wait(1) end,
  points = { "masseter", "temporalis", "frontalis", "corrugator", "occipitalis", "suboccipitals", "rhomboids", "soleus", "biceps", "triceps" },
}
LUA
must 0 show ./many.lua
says out "  a  Back upper arm (triceps)"
picture | grep -q 'a.*a' || failed "no mark of the tenth place: $(picture)"

# no place: no picture, and nothing to write
write_short
must 0 show ./short.lua
[ -z "$(picture)" ] || failed "a picture of nothing"
must 1 show ./short.lua -o short.svg
one_sentence
[ ! -e short.svg ] || failed "short.svg was written"

# a file
must 0 show ./two.lua -o two.svg
says err "wrote two.svg"
[ ! -s out ] || failed "something on stdout beside a file"
grep -q "<title>Two &lt; three &amp; more</title>" two.svg || failed "its title is not in the picture"
grep -q "<desc>.*back.*Big buttock muscle" two.svg || failed "it does not say in words what it shows"
if command -v xmllint >/dev/null; then
    xmllint --noout two.svg 2>err || failed "two.svg is no XML: $(head -3 err)"
fi
same "$(find . -name '*.part')" "" "what is left behind"
must 0 show upper-trapezius --side left -o left.svg
if command -v rsvg-convert >/dev/null; then
    must 0 show ./two.lua -o two.png
    same "$(head -c 4 two.png | tail -c 3)" PNG "the picture as PNG"
fi
mkdir empty
old=$PATH
PATH=$work/empty
run show ./two.lua -o none.png
PATH=$old
same "$code" 1 "no converter"
one_sentence
says err "librsvg2-bin"
[ ! -e none.png ] || failed "none.png was written without a converter"

must 2 show ./two.lua -o two.gif
one_sentence
says err ".svg or .png"
must 1 show ./two.lua -o no/such/folder/two.svg
one_sentence
ln -s /dev/full full.svg
must 1 show ./two.lua -o full.svg
one_sentence
finish
