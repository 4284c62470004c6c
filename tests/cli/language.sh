#!/bin/sh
# --lang: what is said, shown and kept is in the other language; what has no words in it is told; and the catalogues that come with unknot.
. "$1/tests/cli/ground"
export XDG_DATA_HOME="$work/data" XDG_STATE_HOME="$work/state" XDG_CACHE_HOME="$work/cache"
mkdir -p plugins data/unknot/po
for sink in "$build_folder"/lib/unknot/plugins/sink-*.so; do ln -s "$sink" plugins/; done
export UNKNOT_PLUGINS="$work/plugins" # nobody speaks: tones stand for the words, as long as they are

cat >own.lua <<'LUA'
return {
  title = "Own routine",
  summary = "Two lines.",
  play = function()
    step "First step"
    say "Breathe in."
    say "A line [0.6] of one's own."
    step "Second step"
    wait(1)
  end,
}
LUA

# a catalogue that comes with unknot
must 0 plan coherent-breathing --lang de
says out "Ankommen"
says out "Und aus, langsam."
grep -q "Breathe in" out && failed "English words in German"
must 0 show coherent-breathing --lang ko
says out "고른 호흡"
must 0 list --lang de_DE
says out "Kohärentes Atmen"
must 0 plan coherent-breathing
says out "Breathe in."
must 0 plan coherent-breathing --lang en
says out "Breathe in."
must 1 plan coherent-breathing --lang fr
one_sentence
says err "no translation into 'fr', only de, en and ko"
must 2 plan coherent-breathing --lang ../de
one_sentence

# one's own comes first, and what is missing stays and is told
must 0 plan ./own.lua --lang de
says out "Atme ein."
says out "5 texts have no translation"
must 1 check ./own.lua --lang de
says out "[translation]"
must 0 check ./own.lua
cat >data/unknot/po/de.po <<'PO'
msgid "Own routine"
msgstr "Eigene Übung"

msgid "Two lines."
msgstr "Zwei Zeilen."

msgid "First step"
msgstr "Erster Schritt"

msgid "Second step"
msgstr "Zweiter Schritt"

msgid "Breathe in."
msgstr "Einatmen, bitte."

msgid "A line [0.6] of one's own."
msgstr "Eine eigene [0.8] Zeile."
PO
must 0 check ./own.lua --lang de-AT
must 0 plan ./own.lua --lang de --format vtt
says out "Eigene Übung"
says out "Einatmen, bitte."
says out "Eine eigene Zeile."
grep -q '\[' out && failed "a pause is shown: $(cat out)"
must 0 render ./own.lua --lang de --from "zweiter" -o part.flac
[ -s part.flac ] || failed "no part.flac"

# a session stays in its language
must 0 play ./own.lua --lang de --sink null
says out "[Erster Schritt]"
says out "Eine eigene Zeile."
session=$(ls state/unknot/sessions/*.jsonl)
must 0 replay "$session" --sink null
says out "Eine eigene Zeile."
must 0 replay "$session" -o replayed.wav
must 0 render ./own.lua --lang de -o rendered.wav
cmp -s replayed.wav rendered.wav || failed "a German session is not replayed as it was"
must 0 render ./own.lua -o english.wav
cmp -s english.wav rendered.wav && failed "German sounds as English does"

# a translation that is too long for its place, and one that is no catalogue
cat >data/unknot/po/de.po <<'PO'
msgid "Soft belly, soft jaw."
msgstr "Der Bauch wird jetzt ganz weich, und auch der Kiefer darf sich lösen, so wie es dir gerade guttut, ohne dass du etwas dafür tun musst."
PO
must 1 check coherent-breathing --lang de
says out "Soft belly, soft jaw."
says out "[slot]"
echo "hello" >data/unknot/po/de.po
must 1 plan coherent-breathing --lang de
one_sentence
says err "data/unknot/po/de.po:1: "
rm data/unknot/po/de.po

# gettext finds nothing wrong with those that come with unknot, and has nothing to merge
if command -v msgfmt >/dev/null && command -v msgmerge >/dev/null; then
    for file in "$source_folder"/scripts/po/*.po; do
        msgfmt --check -o /dev/null "$file" 2>err || failed "msgfmt: $(cat err)"
        msgmerge -q "$file" "$source_folder/scripts/po/unknot.pot" -o merged.po 2>err || failed "msgmerge: $(cat err)"
        grep -q '^#, fuzzy\|^#~' merged.po && failed "$file and unknot.pot do not have the same texts: msgmerge it"
        msgattrib --untranslated --no-obsolete merged.po | grep -q '^msgid "..*"' && failed "$file is not complete"
    done
fi
finish
