#!/bin/sh
# Voices: those there are, the one that is chosen, what a routine may say, scripts for readers and translators.
. "$1/tests/cli/ground"
packs=$HOME/.local/share/unknot/audio

cat >talk.lua <<'LUA'
return {
  title = "Talk, and \"quotes\"", summary = "For a test.", minutes = { 1 },
  params = { mood = { "calm", "glad" } },
  play = function(with)
    mark "Begin"
    say "Hello there. [0.5] Breathe out."
    if with.mood == "glad" then say "How glad, \"friend\"." end
    say { "Meanwhile.", wait = false }
    if listen { "longer", seconds = 6 } then say "You want *more*." end
    say "3. is no number."
  end,
}
LUA

# a voice pack ID in audio of $1, with the sentence "Hello there." alone; the others are said by somebody else
write_pack() {
    mkdir -p "$1"
    printf 'return { title = "T", play = function() tone { seconds = 0.5 } wait(0.5) end }\n' >tone.lua
    must 0 render ./tone.lua -o tone.flac --rate 24000
    cp tone.flac "$1/hello-there-1.flac"
    printf 'unknot-voice 1\t24000\nhello-there-1\thello-there-1.flac\t12000\t0123456789abcdef\tHello there.\n' >"$1/lines.tsv"
    cat >"$1/pack.lua" <<'LUA'
return { id = "en-test", name = "A tone", language = "en", licence = "CC0", speaker = "Nobody", engine = "recorded", rate = 24000 }
LUA
}

# ---- words
must 2 voice
one_sentence
says err "voice needs a word"
must 2 voice sho
says err "did you mean voice show"
must 2 voice show
says err "voice show needs the id of a voice"
must 2 voice list more
says err '"more" is too much'

# ---- list, show, use
must 0 voice list
says out "flite"
says out "None was chosen"
write_pack "$packs/en-test"
mkdir -p "$packs/rain"
must 0 voice list
grep -q '^  en-test  *en  *1  .* kB *A tone, spoken by Nobody$' out || failed "list: $(cat out)"
grep -q rain out && failed "a folder without a language and lines is no voice"
must 0 voice list --json
"$json_ok" <out || failed "voice list --json is no JSON"
must 0 voice show en-test
says out "licence   CC0"
says out "lines     1, 0:00 in all, 24000 Hz"
says out "stale     1 of them"
must 0 voice show en-test --json
"$json_ok" <out || failed "voice show --json is no JSON"
says out '"stale": true'
must 1 voice show en-tset
one_sentence
says err "did you mean 'en-test'"
must 1 voice use en-tset
one_sentence
must 0 voice use en-test
same "$(cat "$HOME/.config/unknot/voice")" en-test "what use keeps"
must 0 voice list
says out "* en-test"
echo en-gone >"$HOME/.config/unknot/voice"
must 0 voice list
says out "en-gone was chosen, and is not there any more."
must 0 plan ./tone.lua
same "$(grep -c en-gone err)" 1 "how often it is said that a voice has gone away"
must 0 voice use any
[ ! -e "$HOME/.config/unknot/voice" ] || failed "use any keeps something"

# what the manifest has wrong is told, and is no failure
printf 'return { id = "en-other", nmae = 1 }' >"$packs/en-test/pack.lua"
must 0 voice show en-test
says out "there is no field 'nmae' (did you mean 'name'?)"
rm "$packs/en-test/pack.lua"
must 0 voice show en-test
says out "there is no pack.lua"
printf 'not a pack\n' >"$packs/en-test/lines.tsv"
must 0 voice list
says out "this is no line of a voice pack"
rm -r "$packs"

# ---- build
must 0 voice build ./talk.lua
grep -q '^./talk.lua: [0-9]* ready, [1-9][0-9]* made, 0 failed$' out || failed "build: $(cat out)"
all=$(($(sed 's/.*: \([0-9]*\) ready, \([0-9]*\) made.*/\1 + \2/' out)))
printf 'return { title = "Bad", play = function() error("x") end }' >bad.lua
must 1 voice build ./bad.lua ./talk.lua
says err "bad.lua:1"
says out "./talk.lua: $all ready, 0 made, 0 failed"

# ---- check
must 0 voice check ./talk.lua --voice flite
says out "   0:00  flite"
says out "Hello there. Breathe out."
says out "How glad"
says out "./talk.lua: $all phrases, 0 problems"
must 0 voice check ./talk.lua --levels --voice flite
grep -q '^ *spoken: -[0-9.]* LUFS, peak -[0-9.]* dBTP; heard: -[12][0-9.]* LUFS, peak -[0-9.]* dBTP; [0-9.]* s, [0-9]* words a minute: Breathe out.$' out ||
    failed "check --levels: $(head -5 out)"
grep -q '^heard: -[12][0-9.]* to -1[0-9.]* LUFS, peaks up to -[3-9][0-9.]* dBTP, [0-9]* to [0-9]* words a minute$' out ||
    failed "check --levels in one line: $(tail -3 out)"
write_pack "$packs/en-test"
cat >one.lua <<'LUA'
return { title = "One", play = function() say "Hello there." say "Breathe out." end }
LUA
must 1 voice check ./one.lua --voice en-test
says out "en-test        0.5 s  Hello there."
says out "out of date: hello-there-1.flac"
says out 'en-test has no line "Breathe out."'
says out ", 1 of them by en-test"
head -c 3000 tone.flac >"$packs/en-test/hello-there-1.flac"
must 1 voice check ./one.lua --voice en-test --json --levels
"$json_ok" <out || failed "voice check --json is no JSON"
says out '"complete": false'
says out 'hello-there-1.flac'
says out '"words_a_minute"'
rm -r "$packs"

# ---- build into a voice pack
tab=$(printf '\t')
must 2 voice build ./one.lua -o mine
one_sentence
says err "begins with its language and a dash, as en-US-mine"
must 0 voice build ./one.lua -o new/en-mine
says out "new/en-mine: 0 ready, "
says out " made, 0 failed, 0 removed"
says new/en-mine/pack.lua 'id = "en-mine"'
says new/en-mine/pack.lua 'engine = "flite'
mkdir other
must 0 voice build ./one.lua -o other/en-mine
diff -r new/en-mine other/en-mine >differs || failed "the same input gives other bytes: $(cat differs)"
must 0 voice build ./one.lua -o new/en-mine
says out " ready, 0 made, 0 failed, 0 removed"
diff -r new/en-mine other/en-mine >differs || failed "what was complete is made again: $(cat differs)"
# a file that is gone is made, and its length taken anew
sed "s/hello-there-\([0-9a-f]*\).flac${tab}[0-9]*/hello-there-\1.flac${tab}77/" new/en-mine/lines.tsv >lines
cp lines new/en-mine/lines.tsv
rm new/en-mine/hello-there-*.flac
must 0 voice build ./one.lua -o new/en-mine
says out " 1 made, 0 failed, 0 removed"
diff -r new/en-mine other/en-mine >differs || failed "a file that was gone is not what it was: $(cat differs)"
# how a line is said stays, what is not said goes
sed "s/${tab}Hello there.\$/${tab}Hello there.${tab}Hallo there, friend./" new/en-mine/lines.tsv >lines
cp lines new/en-mine/lines.tsv
sed 's/Breathe out/Breathe in/' one.lua >in.lua
must 0 voice build ./in.lua -o new/en-mine
says out " 2 made, 0 failed, 1 removed"
says new/en-mine/lines.tsv "${tab}Hello there.${tab}Hallo there, friend."
[ ! -e "$(echo new/en-mine/breathe-out-*.flac)" ] || failed "the file of a line that nobody says is still there"
[ -e "$(echo new/en-mine/breathe-in-*.flac)" ] || failed "the file of a new line is not there"
cmp -s new/en-mine/hello-there-*.flac other/en-mine/hello-there-*.flac && failed "a line that is said otherwise sounds the same"
# it speaks
mkdir -p "$packs"
mv new/en-mine "$packs/en-mine"
must 0 voice check ./in.lua --voice en-mine
grep -q 'in.lua: \([0-9]*\) phrases, \1 of them by en-mine, 0 problems' out || failed "check of a whole pack: $(cat out)"
sed 's/engine = "[^"]*"/engine = "recorded"/' "$packs/en-mine/pack.lua" >pack.lua
cp pack.lua "$packs/en-mine/pack.lua"
must 2 voice build ./one.lua -o "$packs/en-mine"
one_sentence
says err "was made with 'recorded'"
must 0 voice check ./in.lua --voice en-mine
rm -r "$packs"

# ---- export
must 2 voice export ./talk.lua
one_sentence
says err "-o script.md"
must 2 voice export ./talk.lua -o script.doc
one_sentence
must 0 voice export ./talk.lua -o script.csv
says out "script.csv: $(tail -n +2 script.csv | wc -l) lines"
cut -d, -f2- script.csv | head -6 >rest
tail -1 script.csv | cut -d, -f2- >>rest
cat >wanted <<'CSV'
seconds,routine,text
,talk,Hello there.
,talk,Breathe out.
5.5,talk,Meanwhile.
,talk,3. is no number.
,talk,"How glad, ""friend""."
,talk,You want *more*.
CSV
cmp -s rest wanted || failed "script.csv: $(diff wanted rest)"
grep -q '^hello-there-[0-9a-f]\{6\},' script.csv || failed "no ids in $(cat script.csv)"
must 0 voice export ./talk.lua -o texts.pot
says texts.pot 'msgid "Hello there. [0.5] Breathe out."'
says texts.pot 'msgid "Talk, and \"quotes\""'
says texts.pot 'msgid "Begin"'
says texts.pot '#: talk'
if command -v msgfmt >/dev/null; then
    msgfmt -o /dev/null texts.pot 2>troubles || failed "texts.pot: $(cat troubles)"
fi

# two routines: what both say stands once
sed 's/Talk, and ."quotes."/Again/; s/Breathe out/Breathe in/' talk.lua >again.lua
must 0 voice export ./talk.lua ./again.lua -o both.md
says both.md '# Talk, and "quotes"'
grep -A2 '^### 3 · 5.5 s$' both.md | grep -q '^Meanwhile\.$' || failed "both.md: $(cat both.md)"
says both.md '3\. is no number.'
says both.md 'You want \*more\*.'
sed -n '/^# Answers/,$p' both.md | grep -q 'want' || failed "an answer does not stand at the end of both.md"
same "$(grep -c 'Hello there' both.md)" 1 "lines with what both say"
says both.md 'of its sentences stand above.'

# whole, or not at all
echo old >kept.csv
must 1 voice export ./bad.lua -o kept.csv
same "$(cat kept.csv)" old "what an export that failed leaves"
must 1 voice export ./one.lua -o nowhere/script.csv
one_sentence
finish
