#!/bin/sh
# The four forms of a plan: a timetable, JSON, captions, a picture; and the file they go into.
. "$1/tests/cli/ground"

# Every kind of thing a plan shows, in words that would break a page, a caption or a line. No voice is needed for the first.
cat >score.lua <<'LUA'
return {
  title = "<Score> & \"more\" " .. string.rep("long ", 60),
  play = function()
    bed { kind = "noise", colour = "pink" }
    step "<script>alert(1)</script> --> & \240\159\153\130"
    for _ = 1, 3 do
      tone { kind = "breath", phases = { 4, 1, 5, 0 } }
      tone { kind = "sine", hz = 294, seconds = 0.5 }
      wait(10)
    end
    step "\215\169\215\156\215\149\215\157 right to left"
    local span = span { "upper-trapezius", "left", level = 10 }
    bell()
    wait(50)
    cut(span)
    mark { "a\n< b", level = 2 }
    for _ = 1, 4 do
      tone { kind = "sine", hz = 440, seconds = 0.1 }
      wait(2)
    end
  end,
}
LUA
cat >words.lua <<'LUA'
return {
  title = "Words",
  play = function()
    step "First --> step"
    say "<b>Soft</b> & slow."
    say "This sentence is a good deal longer than what fits into forty letters."
    step "Second"
    say "Done."
  end,
}
LUA

# the timetable: what repeats is told once
must 0 plan ./score.lua
says out "score: 1:3"
grep -q '^0:00  <script>alert(1)</script> --> & ' out || failed "no heading for a step"
grep -q '^    0:00      breath: 4 in, 1 hold, 5 out, 3 times$' out || failed "breaths are not told once: $(cat out)"
same "$(grep -c breath: out)" 1 "lines of breath"
grep -q '^    0:30      press upper-trapezius, left, level 6, 50 s$' out || failed "no press"
grep -q '^    1:20  a < b$' out || failed "no step within a step"
grep -q '^    1:20      4 tones, the last at 1:26$' out || failed "tones are not told once"
says out "notes"
says out "line 12: "

# the picture
if command -v xmllint >/dev/null; then
    well_formed() { xmllint --noout --nonet "$1" || failed "$1 is not XML"; }
else
    well_formed() { :; }
fi
must 0 plan ./score.lua --format svg -o score.svg
[ ! -s out ] || failed "something on stdout beside -o"
well_formed score.svg
for piece in "viewBox='0 0 360 " "<title>&lt;Score&gt; &amp; " "<desc>" ">voice<" ">press<" ">breath<" ">tones<" ">bed<" ">upper-trapezius, left<" \
    ">0:00<" ">1:00<" "prefers-color-scheme:dark" ">a &lt; b<" "<title>upper-trapezius, left, level 6, 50 s</title>" ">Notes<" "Line 12: "; do
    case $piece in
    '>voice<') ! grep -qF "$piece" score.svg || failed "a lane for a voice that says nothing" ;;
    *) says score.svg "$piece" ;;
    esac
done
! grep -qiE '<script|href|<image|<foreign' score.svg || failed "the picture has more than shapes and text"
same "$(grep -c "transform='translate(" score.svg)" 2 "rows of a minute and a half"
# a second is 5 pixels wide
grep -qE "<path class='b'[^>]*M0\.0 [0-9.]+c6\.67 0 13\.33 -20\.00 20\.00 -20\.00h5\.00c8\.33 0 16\.67 20\.00 25\.00 20\.00" score.svg ||
    failed "the breath is not 4, 1 and 5 seconds long: $(grep "class='b'" score.svg)"
must 0 plan "$source_folder/tests/bench/long.lua" -o long.svg
well_formed long.svg
[ "$(wc -c <long.svg)" -lt 300000 ] || failed "the picture of three quarters of an hour has $(wc -c <long.svg) bytes"
[ "$(grep -c "transform='translate(" long.svg)" -le 8 ] || failed "more rows than a page holds"
for nothing in 'wait(3)' ''; do
    echo "return { title = 'Nothing', play = function() $nothing end }" >nothing.lua
    for format in text json vtt svg; do
        must 0 plan ./nothing.lua --format $format -o "nothing.$format"
    done
    well_formed nothing.svg
done

# captions
must 0 plan ./words.lua --format vtt
same "$(head -n 2 out)" WEBVTT "the first lines"
same "$(grep -c -- '-->' out)" 3 "lines with an arrow: one for each phrase"
grep -v '^NOTE' out | grep -c '^[0-9][0-9]:[0-5][0-9]:[0-5][0-9]\.[0-9][0-9][0-9] --> [0-9][0-9]:[0-5][0-9]:[0-5][0-9]\.[0-9][0-9][0-9]$' >arrows
same "$(cat arrows)" "$(grep -c -- '-->' out)" "arrows that are times"
says out "NOTE 0:00 First --&gt; step"
says out "&lt;b&gt;Soft&lt;/b&gt; &amp; slow."
grep -A 2 ' --> ' out | grep -qx 'This sentence is a good deal longer' || failed "a long caption is not broken: $(cat out)"
awk '/ --> / { if ($1 < last || $3 <= $1) bad = 1; last = $3 } END { exit bad }' out || failed "captions out of order, or one over another: $(cat out)"

# the ending picks the format, --format is stronger; what was there stays until the new one is whole
for format in json vtt svg; do
    must 0 plan ./score.lua -o "x.$format"
    "$unknot" plan ./score.lua --format $format | cmp -s - "x.$format" || failed "-o x.$format is not --format $format"
done
must 0 plan ./score.lua -o x.svg --format text
same "$(head -c 6 x.svg)" score: "--format beside -o"
"$unknot" plan ./score.lua -o - | cmp -s - x.svg || failed "-o - is not standard output"
echo before >kept.svg
must 1 plan ./no-such.lua -o kept.svg
same "$(cat kept.svg)" before "the file that was there"
must 1 plan ./score.lua -o no/such/folder.svg
one_sentence
says err "no/such/folder.svg"
ln x.vtt was.vtt
must 0 plan ./words.lua -o x.vtt
! cmp -s x.vtt was.vtt || failed "-o writes into the file that is there"
mkfifo pipe
cat pipe >piped &
must 0 plan ./score.lua --format svg -o pipe
wait
cmp -s piped score.svg || failed "a pipe got something else"
[ -p pipe ] || failed "a pipe was replaced"
same "$(find . -name '*.part' | wc -l)" 0 "files left behind"
# each time the script is saved
must 1 plan ./no-such.lua --watch
echo "return { title = 'Before', play = function() wait(1) end }" >watched.lua
"$unknot" plan ./watched.lua --watch -o watched.svg >out 2>err &
watcher=$!
until_there() {
    tries=0
    until grep -qs "$2" "$1" || [ $tries -gt 100 ]; do
        sleep 0.1
        tries=$((tries + 1))
    done
    says "$1" "$2"
}
until_there watched.svg Before
echo "return {" >watched.lua
until_there err "watched.lua:"
echo "return { title = 'After', play = function() wait(1) end }" >watched.lua
until_there watched.svg After
kill -TERM $watcher
wait $watcher
same $? 130 "plan --watch"

must 2 plan ./score.lua --format png
one_sentence
says err "text, json, vtt or svg"
finish
