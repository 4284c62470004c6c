#!/bin/sh
# Letters that do something to a terminal reach none: not from the name of a file, an error, a title, a word of a script.
. "$1/tests/cli/ground"

escape=$(printf '\033')
odd="odd$escape[2J$(printf '\342\200\256')"

# no_odd_letters: neither C0 but new lines, nor C1, nor what turns the direction of writing, in anything that was printed
no_odd_letters() {
    for file in out err; do
        tr -d '\n' <$file | LC_ALL=C grep -q '[[:cntrl:]]' && failed "a control character in $file: $(cat -v $file)"
        LC_ALL=C grep -qE "$(printf '\302[\200-\237]|\342\200[\216\217\250-\256]|\342\201[\246-\251]')" $file &&
            failed "a letter that acts in $file: $(cat -v $file)"
    done
}

plans() {
    for command in plan show "render -o x.wav"; do
        # shellcheck disable=SC2086 # words
        must "$1" $command "$2"
        no_odd_letters
    done
}

# errors: the sentence, whatever it is made of, and the file's name
cat >error.lua <<'LUA'
return { title = "x", play = function() error("\27[2Ja\7b\r\n\u{9b}31m\u{202e}\u{2066}" .. ("long "):rep(100000), 0) end }
LUA
plans 1 ./error.lua
says err 'error.lua:1: ?[2Ja?b? ??31m??????long long'
[ "$(wc -c <err)" -lt 700 ] || failed "an error of $(wc -c <err) bytes"
printf 'return { x = "%s\n' "$escape]0;title$(printf '\302\233')" >syntax.lua
plans 1 ./syntax.lua
printf 'return { title = "x", play = function() error(setmetatable and {} or { { {} } }) end }\n' >object.lua
plans 1 ./object.lua
printf 'return { title = "x", play = function() wait(0) error("here") end }\n' >"$odd.lua"
plans 2 "./$odd.lua"
one_sentence
printf 'return { title = "x", play = function() wait(0) end }\n' >"$(printf 'b\377d.lua')"
plans 2 "./$(printf 'b\377d.lua')"
one_sentence
says err "rename the file"

# what is shown
cat >titles.lua <<'LUA'
local odd = "\27[2J\u{202e}\7\u{9b}\nx"
return {
  title = "T" .. odd, summary = "S" .. odd, region = "R" .. odd, tools = { "t" .. odd }, position = { "w" .. odd }, points = { "p" .. odd }, params = { ["n" .. odd] = { "v" .. odd } },
  play = function()
    tone { kind = "sine", seconds = 1 }
    wait(1)
  end,
}
LUA
plans 0 ./titles.lua
must 0 show ./titles.lua
says out 'T?[2J?????? x'
mkdir -p home/.local/share/unknot/routines
cp titles.lua home/.local/share/unknot/routines/titles.lua
cp titles.lua "home/.local/share/unknot/routines/$odd.lua"
must 0 list
no_odd_letters
says out 'T?[2J'
grep -q odd out && failed "a name that cannot be typed is listed"

# what is said
printf 'return { title = "x", play = function() say "hi \\27[2J" end }\n' >said.lua
plans 1 ./said.lua
says err "said.lua:1: "
printf 'return { title = "x", play = function() mark "\\u{202e}" end }\n' >marked.lua
plans 1 ./marked.lua
finish
