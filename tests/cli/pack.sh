#!/bin/sh
# Packs of routines: what is taken in, what is refused and with which words, and that nothing is ever left half done.
. "$1/tests/cli/ground"
packs=$HOME/.local/share/unknot/packs

# A pack of two routines and a sound, in the folder $1.
write_pack() {
    rm -rf "$1"
    mkdir -p "$1/routines/sounds"
    cat >"$1/pack.lua" <<'LUA'
return {
  id = "neck-care", title = "Neck care", author = "Ann Example", licence = "CC-BY-4.0",
  version = "1.0.0", unknot = "0.1.0", languages = { "en", "pt-BR" },
}
LUA
    cat >"$1/routines/gong.lua" <<'LUA'
return {
  title = "Gong",
  params = { mood = { "calm", "glad" } },
  play = function(with)
    clip "sounds/gong.wav"
    if with.mood == "glad" then tone { seconds = 1 } end
    wait(1)
  end,
}
LUA
    cat >"$1/routines/still.lua" <<'LUA'
return { title = "Still", play = function() tone { seconds = 1 } wait(1) mark "Next" wait(1) end }
LUA
    cp "$work/gong.wav" "$1/routines/sounds/gong.wav"
    echo "Read me." >"$1/README.md"
}
printf 'return { title = "Sound", play = function() tone { seconds = 0.3 } wait(0.3) end }\n' >sound.lua
must 0 render ./sound.lua -o gong.wav

# Nothing but the lock is there beside whole packs, and nothing outside.
nothing_left() {
    left=$(find "$packs" "$HOME/.cache/unknot" -name '.new-*' -o -name '.old-*' 2>/dev/null)
    [ -z "$left" ] || failed "$1: left behind: $left"
    [ ! -e "$work/evil.lua" ] && [ ! -e "$packs/evil.lua" ] && [ ! -e "$HOME/.local/share/unknot/evil.lua" ] || failed "$1: wrote outside"
}

# refuses CODE WORDS ARGUMENTS...
refuses() {
    wanted_code=$1
    words=$2
    shift 2
    must "$wanted_code" "$@"
    one_sentence
    says err "$words"
    nothing_left "$*"
}

# wrong WORDS: the pack in p/ cannot be installed for this reason, and is good again afterwards
wrong() {
    refuses 1 "$1" pack install p
    must 1 pack check p
    says out "$1"
    must 0 pack list
    [ ! -s out ] || failed "$1: installed all the same"
    write_pack p
}

# ---- the words of the command
refuses 2 "pack needs a word" pack
refuses 2 'did you mean pack install' pack instal
refuses 2 "pack install needs the name of a folder or an archive" pack install
refuses 2 '"more" is too much' pack install p more
refuses 2 '"more" is too much' pack list more
must 0 pack list
[ ! -s out ] || failed "packs in an empty home"

# ---- from start to end
write_pack p
must 0 pack check p
says out "neck-care 1.0.0"
says out "languages en, pt-BR"
says out "p: good"
[ ! -e "$packs" ] || failed "a check left something in the user's folder"
must 0 pack check p --json
"$json_ok" <out || failed "pack check --json is no JSON"
says out '"good": true'
must 0 pack install p
says out "installed neck-care 1.0.0 by Ann Example"
says out "unknot play neck-care/gong"
nothing_left install
cmp -s p/routines/gong.lua "$packs/neck-care/routines/gong.lua" || failed "the routine was not copied"
must 0 list
says out "neck-care/gong"
must 0 pack list
says out "neck-care  1.0.0    Ann Example  Neck care"
must 0 pack list --json
"$json_ok" <out || failed "pack list --json is no JSON"
says out '"routines": ["neck-care/gong", "neck-care/still"]'
must 0 show neck-care/gong --json
says out '"name": "neck-care/gong"'
must 0 play neck-care/gong --sink null --device fast
must 0 pack check neck-care
says out "neck-care: good"
refuses 1 "did you mean 'neck-care/gong'?" plan neck-care/gogn
# a folder of that name here does not come before the pack; one with ./ does
mkdir neck-care
printf 'return { title = "Mine", play = function() wait(1) end }\n' >neck-care/gong
must 0 show neck-care/gong
says out "Gong"
must 0 show ./neck-care/gong
says out "Mine"
must 0 show neck-care/gong --json
rm -r neck-care

# ---- the same again, older, newer, another's
refuses 1 "installed already, in version 1.0.0, and this is 1.0.0" pack install p
sed -i 's/1\.0\.0/0.9/' p/pack.lua
refuses 1 "and this is 0.9" pack install p
sed -i 's/version = "0\.9"/version = "1.10.0"/; s/Ann Example/Bob/' p/pack.lua
refuses 1 "another pack 'neck-care', by Ann Example, is installed already" pack install p
sed -i 's/Bob/Ann Example/' p/pack.lua
printf 'broken(' >>p/routines/still.lua
refuses 1 "routines/still.lua:" pack install p
must 0 play neck-care/still --sink null --device fast
write_pack p
rm p/routines/still.lua
sed -i 's/version = "1\.0\.0"/version = "1.10.0"/' p/pack.lua
must 0 pack install p
says out "in place of 1.0.0"
nothing_left "a newer version"
[ ! -e "$packs/neck-care/routines/still.lua" ] || failed "a file of the older version stayed"
must 0 pack list
says out "1.10.0"
sed -i 's/1\.10\.0/1.9.5/' p/pack.lua
refuses 1 "in version 1.10.0, and this is 1.9.5" pack install p

# ---- what a power cut leaves is put right by the next change
mv "$packs/neck-care" "$packs/.old-neck-care"
mkdir -p "$packs/.new-abcdef/pack"
write_pack q
sed -i 's/neck-care/other/' q/pack.lua
must 0 pack install q
nothing_left "after a power cut"
must 0 pack list
says out "neck-care"
says out "other"
mkdir "$packs/.old-other"
refuses 1 "installed already" pack install q
must 0 pack check other

# ---- two at once
exec 9>"$packs/.lock"
flock 9
must 1 pack remove other
says err "another unknot installs or removes a pack"
exec 9>&-

# ---- removing
refuses 1 "did you mean 'other'?" pack remove othr
refuses 1 "there is no installed pack '../packs/other'" pack remove ../packs/other
refuses 1 "there is no installed pack ''" pack remove ""
refuses 1 "there is no installed pack '.lock'" pack remove .lock
mkdir outside
echo mine >outside/file
ln -s "$work/outside" "$packs/other/routines/out"
must 0 pack remove other
[ -e outside/file ] || failed "remove followed a link"
nothing_left remove
# what was played from a pack is still there when the pack is gone
must 0 pack remove neck-care
write_pack p
must 0 pack install p
must 0 play neck-care/still --sink null --device fast
must 0 pack remove neck-care
session=$(find "$HOME/.local/state/unknot/sessions" -name '*-still.jsonl' | head -n 1)
[ -n "$session" ] || failed "the session of a pack's routine was not kept"
must 0 replay "$session" --sink null --device fast
refuses 1 "there is no routine 'neck-care/still'" plan neck-care/still
must 0 pack list
[ ! -s out ] || failed "not all packs were removed"

# ---- the manifest
manifest() {
    printf '%b\n' "$1" >p/pack.lua
}
field() {
    sed -i "s/$1/$2/" p/pack.lua
}
rm p/pack.lua
wrong "there is no pack.lua"
: >p/pack.lua
wrong "pack.lua: it is empty"
manifest 'return 7'
wrong "pack.lua: it must return a table"
manifest '-- nothing'
wrong "pack.lua: it must return a table"
manifest 'return {'
wrong "pack.lua:"
manifest 'return os.getenv("HOME")'
wrong "pack.lua:1:"
manifest 'while true do end'
refuses 1 "pack.lua:1:" pack install p
manifest 'say "hello"'
wrong "pack.lua:1:"
manifest '\0033Lua'
wrong "pack.lua: this is a compiled script"
field 'Neck care' 'Neck\\xff'
wrong "'title' has a character that cannot be shown"
printf 'return "\377"' >p/pack.lua
wrong "pack.lua: it is no text"
rm p/pack.lua
mkfifo p/pack.lua
wrong "'pack.lua' is neither a file nor a folder"
field 'licence' 'license'
wrong "there is no field 'license' (did you mean 'licence'?)"
field 'author = "Ann Example",' ''
wrong "there is no 'author': say who made it"
field '"neck-care"' '"Neck Care"'
wrong "'id' must be small letters, digits and hyphens, not 'Neck Care' (did you mean 'neck-care'?)"
field '"neck-care"' '"..\/..\/evil"'
wrong "'id' must be small letters"
field '"neck-care"' '""'
wrong "'id' is empty"
field '"1.0.0"' '1.0'
wrong "'version' must be a text, not 1"
field '"1.0.0"' '"one"'
wrong "'version' must be two or three numbers"
field '"0.1.0"' '"7.0"'
wrong "it needs unknot 7.0 or newer"
field '"pt-BR"' '"German"'
wrong "language 'German' is no code"
field '{ "en", "pt-BR" }' '{}'
wrong "'languages' is empty"
field '"Neck care"' '"Neck\\ncare"'
wrong "'title' has a character that cannot be shown"
field '"Neck care"' '("x"):rep(101)'
wrong "'title' is too long"
# all at once, not the first alone
manifest 'return { id = "a b" }'
must 1 pack check p --json
"$json_ok" <out || failed "pack check --json of a bad pack is no JSON"
says out '"good": false'
says out "there is no 'title'"
says out "there is no 'languages'"
write_pack p

# ---- the files
mkdir p/lib
wrong "the folder 'lib' is no part of a pack"
echo x >p/run.sh
wrong "'run.sh' is no part of a pack"
cp p/routines/gong.lua p/gong.lua
wrong "'gong.lua' is not where a routine is"
cp p/routines/gong.lua p/routines/sounds/gong.lua
wrong "'routines/sounds/gong.lua' is not where a routine is"
cp gong.wav p/gong.wav
wrong "'gong.wav' is not where a sound file is"
ln -s /etc/passwd p/routines/passwd.wav
wrong "'routines/passwd.wav' is a link"
ln -s . p/routines/again
wrong "'routines/again' is a link"
mv p/routines/still.lua "p/routines/Be Still.lua"
wrong "'routines/Be Still.lua' must be named with small letters, digits and hyphens, as 'be-still.lua'"
touch "$(printf 'p/routines/a\033b.lua')"
wrong "must be named with small letters"
: >p/Readme.md
wrong "'README.md' and 'Readme.md' differ only in capital letters"
rm p/routines/*.lua
wrong "there is no routine in it"
: >p/routines/nothing.lua
wrong "routines/nothing.lua: it is empty"
: >p/routines/sounds/nothing.wav
wrong "routines/sounds/nothing.wav: it is empty"
head -c 5000 "$unknot" >p/routines/sounds/program.wav
wrong "routines/sounds/program.wav"
rm p/routines/sounds/gong.wav
wrong "routines/gong.lua:5: no sound file 'sounds/gong.wav'"
sed -i 's/sounds/..\/..\/..\/secret/' p/routines/gong.lua
wrong "is outside the routine's folder"
sed -i 's/seconds = 1/seconds = {}/' p/routines/gong.lua
wrong "(with mood=glad)"
printf 'return { title = "x", play = function() while true do end end }\n' >p/routines/loop.lua
refuses 1 "routines/loop.lua:1:" pack install p
write_pack p
truncate -s 65M p/routines/sounds/big.wav
wrong "it is too large"
mkdir p/routines/many
i=0
while [ $i -lt 2001 ]; do
    : >p/routines/many/s$i.wav
    i=$((i + 1))
done
wrong "there are too many files in it"
# what desktops and version control leave is left out, not refused
mkdir -p p/.git p/__MACOSX
echo x >p/.git/config
ln -s /etc/passwd p/.DS_Store
must 0 pack install p
[ ! -e "$packs/neck-care/.git" ] && [ ! -e "$packs/neck-care/.DS_Store" ] || failed "hidden files were taken in"
must 0 pack remove neck-care
refuses 1 "there is no folder, archive or installed pack 'nowhere'" pack install nowhere
: >"$HOME/.local/share/unknot/block"
XDG_DATA_HOME=$HOME/.local/share/unknot/block refuses 1 "cannot be made" pack install p
finish
