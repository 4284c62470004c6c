#!/bin/sh
# Packs in archives: good ones of each kind, and every trick that an archive can play.
. "$1/tests/cli/ground"
packs=$HOME/.local/share/unknot/packs

mkdir -p good/routines
cat >good/pack.lua <<'LUA'
return {
  id = "one-bell", title = "One bell", author = "Ann Example", licence = "CC0-1.0",
  version = "1.0.0", unknot = "0.1.0", languages = { "en" },
}
LUA
printf 'return { title = "Bell", play = function() bell { seconds = 1 } wait(1) end }\n' >good/routines/bell.lua

nothing_left() {
    left=$(find "$packs" "$HOME/.cache/unknot" -name '.new-*' 2>/dev/null; find "$work" -name 'evil*' ! -path "$work/make/*")
    [ -z "$left" ] || failed "$1: left behind: $left"
}

# Without the program that reads archives: folders are taken all the same.
mkdir helpers
for helper in "$build_folder"/libexec/unknot/*; do
    [ "${helper##*/}" = unknot-unpack ] || ln -s "$helper" helpers/
done
tar czf good.tar.gz good
UNKNOT_HELPERS=$work/helpers must 1 pack install good.tar.gz
one_sentence
says err "'good.tar.gz' cannot be unpacked: this unknot was built without libarchive; unpack it yourself and name the folder"
UNKNOT_HELPERS=$work/helpers must 0 pack install good
must 0 pack remove one-bell

# lies WORDS BYTES: an unpacker that says this (a printf format) is not believed
lies() {
    printf '#!/bin/sh\nprintf "%%b" '"'%s'"'\n' "$2" >helpers/unknot-unpack
    chmod +x helpers/unknot-unpack
    UNKNOT_HELPERS=$work/helpers must 1 pack install good.tar.gz
    one_sentence
    says err "$1"
    nothing_left "$1"
}
file='\0001\0001\0113\0125'
bytes='\0002\0001\0113\0125'
end='\0003\0001\0113\0125'
lies "ended without an answer" ''
lies "the unpacker's answer is not what it should be" '\0004\0000\0000\0000\0377\0377\0377\0377'
lies "the unpacker's answer is not what it should be" '\0377\0377\0377\0177'
lies "the unpacker's answer is not what it should be" "\\0014\\0000\\0000\\0000$bytes\\0004\\0000\\0000\\0000evil"
lies "'../evil' in it would lie outside of the pack" "\\0020\\0000\\0000\\0000$file\\0010\\0000\\0000\\0000../evil\\0000"
lies "'/evil' in it would lie outside of the pack" "\\0016\\0000\\0000\\0000$file\\0006\\0000\\0000\\0000/evil\\0000"
lies "there is no pack.lua" "\\0004\\0000\\0000\\0000$end"

[ -x "$build_folder/libexec/unknot/unknot-unpack" ] || finish

# taken ARCHIVE: it can be checked, installed, played and removed
taken() {
    must 0 pack check "$1"
    says out "$1: good"
    must 0 pack install "$1"
    must 0 plan one-bell/bell
    [ -z "$(find "$packs" -perm /7022 ! -name packs)" ] || failed "$1: a mode came out of the archive"
    must 0 pack remove one-bell
    nothing_left "$1"
}

# refuses ARCHIVE WORDS
refuses() {
    must 1 pack install "$1"
    one_sentence
    says err "$2"
    must 1 pack check "$1"
    must 0 pack list
    [ ! -s out ] || failed "$1: something of it is installed"
    nothing_left "$1"
}

taken good.tar.gz
tar cf good.tar good
taken good.tar
tar cJf good.tar.xz -C good . 2>/dev/null && taken good.tar.xz
chmod 6777 good/routines/bell.lua good/pack.lua
tar czf modes.tar.gz good
chmod 644 good/routines/bell.lua good/pack.lua
taken modes.tar.gz
mkdir good/.git good/__MACOSX
ln -s /etc/passwd good/.git/link
tar czf hidden.tar.gz good
rm -r good/.git good/__MACOSX
taken hidden.tar.gz
[ -z "$(command -v zip)" ] || { zip -q -r good.zip good && taken good.zip; }

# What is cut off or no archive.
head -c 200 good.tar.gz >cut.tar.gz
refuses cut.tar.gz "'cut.tar.gz': it is damaged or incomplete"
head -c 400000 /dev/urandom >noise.wav
tar czf noise.tar.gz good noise.wav
head -c 250000 noise.tar.gz >cut.tar.gz
refuses cut.tar.gz "'cut.tar.gz': it is damaged or incomplete"
: >empty.zip
refuses empty.zip "'empty.zip': it is empty"
echo hello >hello.zip
refuses hello.zip "'hello.zip': it is no archive that unknot knows: .tar.gz, .tar.xz or .zip"
mkfifo fifo.tar.gz
refuses fifo.tar.gz "'fifo.tar.gz' is no regular file"
tar czf nothing.tar.gz -T /dev/null
refuses nothing.tar.gz "there is no pack.lua"

# with WHAT: a good pack in make/ to which something is added; then: pack it up as FILE
with() {
    rm -rf make
    mkdir make
    cp -r good make/good
}
with
echo x >make/evil.lua
(cd make/good && tar czPf ../../dotdot.tar.gz . ../evil.lua)
refuses dotdot.tar.gz "'../evil.lua' in it would lie outside of the pack"
tar czPf absolute.tar.gz "$work/make/evil.lua"
refuses absolute.tar.gz "evil.lua' in it would lie outside of the pack"
with
ln -s /etc/passwd make/good/routines/link.wav
tar czf link.tar.gz -C make good
refuses link.tar.gz "'good/routines/link.wav' in it is a link: a pack holds the files themselves"
with
ln -s "$work" make/good/routines/out
tar cf through.tar -C make good/routines/out
rm make/good/routines/out
mkdir make/good/routines/out
echo x >make/good/routines/out/evil.wav
tar rf through.tar -C make good
refuses through.tar "'good/routines/out' in it is a link"
with
ln make/good/routines/bell.lua make/good/routines/hard.lua
tar czf hard.tar.gz -C make good
refuses hard.tar.gz "in it is a link: a pack holds the files themselves"
with
mkfifo make/good/routines/pipe.wav
tar czf pipe.tar.gz -C make good
refuses pipe.tar.gz "'good/routines/pipe.wav' in it is neither a file nor a folder"
with
echo x >"$(printf 'make/good/routines/a\033[2Jb.lua')"
tar czf control.tar.gz -C make good
refuses control.tar.gz "'good/routines/a?[2Jb.lua' in it has a character that cannot be shown"
with
tar cf twice.tar -C make good
tar rf twice.tar -C make good/pack.lua
refuses twice.tar "'good/pack.lua' is in it twice"
with
tar cf case.tar -C make good
echo x >make/good/README
tar rf case.tar -C make good/README
mv make/good/README make/good/ReadMe
tar rf case.tar -C make good/ReadMe
refuses case.tar "'README' and 'ReadMe' differ only in capital letters"
with
head -c 80M /dev/zero >make/good/routines/bomb.wav
tar czf bomb.tar.gz -C make good
refuses bomb.tar.gz "'bomb.tar.gz': there are more than 64 MiB in it"
gzip -c bomb.tar.gz >bomb.gz.gz
refuses bomb.gz.gz "there are more than 64 MiB in it"
if [ -n "$(command -v zip)" ]; then
    (cd make && zip -q -r ../bomb.zip good)
    refuses bomb.zip "there are more than 64 MiB in it"
    with
    ln -s /etc/passwd make/good/routines/link.wav
    (cd make && zip -q -r -y ../link.zip good)
    refuses link.zip "'good/routines/link.wav' in it is a link"
    with
    (cd make && zip -q -r -P secret ../secret.zip good)
    refuses secret.zip "needs a password"
fi
with
mkdir make/good/routines/many
i=0
while [ $i -lt 2001 ]; do
    : >make/good/routines/many/s$i.wav
    i=$((i + 1))
done
tar czf many.tar.gz -C make good
refuses many.tar.gz "there are more than 2000 files in it"
with
: >make/good/routines/nothing.lua
tar czf nothing.tar.gz -C make good
refuses nothing.tar.gz "routines/nothing.lua: it is empty"
finish
