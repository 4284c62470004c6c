#!/bin/sh
# What the tab key offers: commands, options, routines, words and values; and each shell hands it on.
. "$1/tests/cli/ground"
complete=$build_folder/libexec/unknot/unknot-complete
scripts=$source_folder/core/cli/complete

# offers WANTED WORD...: the candidates for the last word are these, with blanks between
offers() {
    wanted=$1
    shift
    "$complete" "$unknot" "$@" >out 2>err
    code=$?
    same "$(cut -f 1 out | tr '\n' ' ')" "$wanted" "unknot $*"
    [ ! -s err ] || failed "unknot $*: $(cat err)"
}

# has CANDIDATE WORD...: one of them is this
has() {
    wanted=$1
    shift
    "$complete" "$unknot" "$@" >out 2>err
    code=$?
    cut -f 1 out | grep -qxF -e "$wanted" || failed "unknot $*: $wanted is not offered, but $(head -n 20 out)"
}

must 0 --help
sed -n 's/^  \([a-z]*\) .*/\1/p' out >commands
offers "$(tr '\n' ' ' <commands)" ''
while read -r command; do
    [ "$command" != help ] || continue
    must 0 "$command" --help
    wanted=$(sed -n 's/^  *\(-[a-z], \)\{0,1\}\(--[a-z-]*\).*/\2/p' out | tr '\n' ' ')
    offers "$wanted" "$command" --
    cut -f 2 out | grep -v '^[a-zA-Z].' && failed "an option of $command without a word of what it is: $(cat out)"
done <commands
offers "--help --version " -

# routines, one's own and those of packs too; a file may be one, and there is one at most
mkdir -p home/.local/share/unknot/routines home/.local/share/unknot/packs/neck-care/routines
echo 'return {' >home/.local/share/unknot/routines/mine.lua
cp home/.local/share/unknot/routines/mine.lua home/.local/share/unknot/packs/neck-care/routines/desk.lua
for command in play render plan show check; do
    has upper-trapezius $command ''
    same "$code" 3 "files for $command"
done
has mine play --side left ''
has neck-care/desk play ''
grep -q '^upper-trapezius	[A-Z]' out || failed "a routine without its title: $(cat out)"
offers '' play upper-trapezius ''
has calm check upper-trapezius ''
has calm voice check upper-trapezius ''

offers 'left right both ' play --minutes 6 --side ''
offers 'text json vtt svg ' plan calm --format t
has null play --sink ''
has socket play --control ''
has de play --lang ''
offers '' play --minutes ''
offers '' render calm -o ''
same "$code" 3 "a file for -o"
offers '' replay ''
same "$code" 3 "a file for replay"
has neck list --region ''
has ball-soft list --tool ''
has none list --tool ''
has chair list --position ''
for kind in region tool position; do
    "$complete" "$unknot" list --$kind '' >values
    grep -v '^[a-z][a-z -]*$' values && failed "no values of --$kind"
    must 0 list --$kind "$(tail -n 1 values)"
done
has neck-shoulder-top for ''
has neck-shoulder-top new mine --for ''

has press ctl ''
has toggle ctl ''
offers 'next again longer easier harder switch ready stop rate ' ctl press ''
offers 'down up ' ctl button ''
offers '' ctl button down ''
has any voice use ''
has en-US-slt voice use ''
offers '' voice use any ''
has never-press help ''
has play help ''
offers '' help play ''
offers '' nonsense ''

# the shells
PATH=$build_folder/bin:$PATH
mkdir files
touch files/page.lua
cd files || exit 1
if command -v bash >/dev/null; then
    bash -c '. "$1/unknot.bash"; COMP_WORDS=(unknot play upper-t); COMP_CWORD=2; _unknot 2>/dev/null; echo "${COMPREPLY[*]}"
        COMP_WORDS=(unknot replay p); _unknot 2>/dev/null; echo "${COMPREPLY[*]}"' - "$scripts" | tr '\n' ' ' >../out
    same "$(cat ../out)" "upper-trapezius page.lua " "bash"
fi
if command -v zsh >/dev/null; then
    zsh -f -c '_describe() { print -rl -- ${(P)2} }; _files() { print files }
        words=(unknot plan --form); CURRENT=3; . "$1/_unknot"; words=(unknot replay p); _unknot' - "$scripts" | tr '\n' ' ' >../out
    grep -q -- '--format:text, for a person' ../out || failed "zsh: $(cat ../out)"
    grep -q ' files $' ../out || failed "zsh has no files: $(cat ../out)"
fi
if command -v fish >/dev/null; then
    fish -N -c 'source $argv[1]/unknot.fish; complete -C "unknot play upper-t"; complete -C "unknot replay p"' "$scripts" |
        cut -f 1 | tr '\n' ' ' >../out
    same "$(cat ../out)" "upper-trapezius page.lua " "fish"
fi
finish
