#!/bin/sh
# unknot-http, asked by curl: the bits of a render, whole and in parts; what else it gives, and what it refuses.
. "$1/tests/cli/ground"
. "$1/tests/hosts/http_ground"
command -v flac >/dev/null || { echo "skipped: no flac here"; exit 77; }
write_tone
begin_http

# sound_of FILE: what is behind the header of a WAV file that has a title
sound_of() {
    at=$(head -c 600 "$1" | LC_ALL=C grep -abo data | tail -n 1 | cut -d: -f1)
    tail -c "+$((at + 9))" "$1"
}
"$unknot" render tone -o - | tail -c +45 >tone.raw
"$unknot" render upper-trapezius --minutes 5 --mode gentle --set side=left -o - | tail -c +45 >shipped.raw

# whole
get 200 /tone.wav
cp body tone.wav
sound_of tone.wav | cmp - tone.raw || failed "a WAV file has other bits than a render"
same "$(field content-type)" audio/wav "what a WAV file is"
same "$(field content-length)" "$(wc -c <tone.wav)" "its length"
same "$(field accept-ranges)" bytes "whether there are parts of it"
same "$(field x-content-type-options)" nosniff "whether browsers guess"
[ -z "$(field access-control-allow-origin)" ] || failed "pages of others may read it"
tag=$(field etag)
get 200 '/upper-trapezius.wav?minutes=5&mode=gentle&side=left'
sound_of body | cmp - shipped.raw || failed "a shipped routine has other bits than a render"

# parts: the header, its edge, odd places, beyond the end, the end
size=$(wc -c <tone.wav)
# part FIELD FROM COUNT
part() {
    get 206 /tone.wav -H "Range: bytes=$1"
    tail -c "+$(($2 + 1))" tone.wav | head -c "$3" | cmp - body || failed "bytes $1 are others"
    same "$(field content-range)" "bytes $2-$(($2 + $3 - 1))/$size" "content-range of $1"
    same "$(field content-length)" "$3" "length of $1"
}
part 0-0 0 1
part 0-43 0 44
part 40-200 40 161
part 1000001-1000003 1000001 3
part 777777-1333331 777777 555555
part "$((size - 7))-" $((size - 7)) 7
part "100-$((size + 100))" 100 $((size - 100))
part -12345 $((size - 12345)) 12345
for i in 1 2 3 4 5 6 7 8 9; do
    from=$((i * 7919 * 31 % size))
    part "$from-$((from + 4096 + i))" $from $((from + 4097 + i < size ? 4097 + i : size - from))
done
get 416 /tone.wav -H "Range: bytes=$size-"
same "$(field content-range)" "bytes */$size" "where it ends"
get 416 /tone.wav -H 'Range: bytes=-0'
for odd in bytes=5-4 seconds=1-2 bytes=0-1,5-6 'bytes=-'; do
    get 200 /tone.wav -H "Range: $odd"
    cmp -s body tone.wav || failed "$odd is not the whole"
done

# without a body, and what one has already
get 200 /tone.wav --head
same "$(field content-length)" "$size" "length in an answer to HEAD"
[ "$(wc -c <body)" -lt 1000 ] || failed "an answer to HEAD has a body"
get 200 /tone.wav --head -H 'Range: bytes=0-1'
get 304 /tone.wav -H "If-None-Match: \"other\", $tag"
[ ! -s body ] || failed "304 has a body"
get 206 /tone.wav -H "If-Range: $tag" -H 'Range: bytes=0-1'
get 200 /tone.wav -H 'If-Range: "other"' -H 'Range: bytes=0-1'

# packed, the second time from the cache
get 200 /tone.flac
cp body tone.flac
same "$(field content-type)" audio/flac "what a FLAC file is"
flac -s -dc --force-raw-format --endian=little --sign=signed tone.flac | cmp - tone.raw || failed "a FLAC file has other bits than a render"
cached=$(ls -i "$HOME"/.cache/unknot/http/*.flac)
get 206 /tone.flac -H 'Range: bytes=1000-1999'
tail -c +1001 tone.flac | head -c 1000 | cmp - body || failed "a part of a FLAC file is another"
same "$(ls -i "$HOME"/.cache/unknot/http/*)" "$cached" "the cache after a second time"

# captions, lists
get 200 /upper-trapezius.vtt
"$unknot" plan upper-trapezius --format vtt | cmp - body || failed "captions are others"
same "$(field content-type)" 'text/vtt; charset=utf-8' "what captions are"
get 200 /all.m3u
same "$(field content-type)" 'audio/x-mpegurl; charset=utf-8' "what a playlist is"
same "$(grep -c '^http' body)" "$("$unknot" list --names | wc -l)" "routines in the playlist"
grep -A 1 '^#EXTINF:12,A tone & more$' body | grep -qxF "$url/tone.wav?minutes=0.2" || failed "the tone is not in the playlist: $(grep tone body)"
get 200 "$(grep -F /upper-trapezius. body | sed "s|$url||")" --head
get 200 '/all.m3u?minutes=6&mode=gentle&format=flac'
grep -qxF "$url/upper-trapezius.flac?minutes=6&mode=gentle" body || failed "the gentle playlist: $(head -n 4 body)"
grep -q 'tone\|^#EXTINF:[^3]' body && failed "in the gentle playlist is what cannot be so"
get 200 '/all.m3u?mood=very%20calm'
same "$(sed -n 4p body)" "$url/tone.wav?minutes=0.2&mood=very%20calm" "a wish in the playlist"
get 400 '/all.m3u?minutes=many'
get 200 /
grep -qF 'A tone &amp; more: <a href="/tone.wav">' body || failed "the page does not list the tone"
case $(field content-security-policy) in
*"default-src 'none'"*) ;;
*) failed "the page may run scripts" ;;
esac

# what is refused, with a sentence
# refused CODE PATH WORDS...
refused() {
    get "$1" "$2"
    grep -qF -- "$3" body || failed "$2: '$(head -c 300 body)' does not say '$3'"
    case $(field content-type) in
    text/plain*) ;;
    *) failed "$2 is refused as $(field content-type)" ;;
    esac
}
refused 404 /upper-trapezious.wav "did you mean 'upper-trapezius'"
refused 404 /tone "ask for /NAME.wav"
refused 404 /tone.mp3 "ask for /NAME.wav"
for path in /../../etc/passwd.wav /%2e%2e%2ftone.wav //tone.wav "/$routines/tone.wav" /tone.lua.wav '/tone%00.wav' /./tone.wav; do
    refused 400 "$path" "no name of a routine"
done
refused 400 '/upper-trapezius.wav?mode=wild' "mode can be standard, gentle, firm"
refused 400 '/upper-trapezius.wav?minutes=300' "can last"
refused 400 '/upper-trapezius.wav?minutes' "a name and a value"
refused 400 '/tone.wav?language=xx' "no translation"
for voice in 'voice=command:id' '%76oice=command:id' 'minutes=1&voice='; do
    refused 400 "/tone.wav?$voice" "unknot-http --voice"
done
get 403 /tone.wav -H 'Host: evil.example'
get 403 /tone.wav -H 'Host: 127.0.0.2'
get 400 /tone.wav -H 'Host:'
get 200 /tone.wav --head -H "Host: localhost:9"
get 200 /tone.wav --head -H "Host: $(uname -n | cut -d. -f1).local"
for method in POST PUT DELETE OPTIONS; do
    get 405 /tone.wav -X $method
    same "$(field allow)" "GET, HEAD" "what is allowed instead of $method"
done
get 405 /tone.wav -d 'a=b'
get 431 /tone.wav -H "X-Long: $(head -c 20000 /dev/zero | tr '\0' x)"

# another script: other bits, another tag
write_tone 550
get 200 /tone.wav -H "If-None-Match: $tag"
[ "$(field etag)" != "$tag" ] || failed "another sound has the same tag"
"$unknot" render tone -o - | tail -c +45 >tone.raw
sound_of body | cmp - tone.raw || failed "a script that was edited sounds as before"
printf 'return { title = "Broken", play = function() wrong() end }\n' >"$routines/broken.lua"
get 500 /broken.wav
grep -qF "$HOME" body && failed "the network is told where files are"
says http.log broken

# the end of it: at once, and nothing is left
children=$(cat /proc/$http/task/*/children)
[ -n "$children" ] || failed "it has no helpers"
kill -TERM "$http"
wait "$http"
same $? 0 "exit code after SIGTERM"
http=
for child in $children; do
    [ ! -d "/proc/$child" ] || until_so test ! -d "/proc/$child" || failed "a helper is left"
done
ls "$HOME"/.cache/unknot/http/*.part 2>/dev/null && failed "half a file is left"

# who it is for, and where
code=0
"$http_program" --listen here 2>err >out </dev/null || code=$?
same $code 2 "exit code without an address"
one_sentence
"$http_program" --voice no-such-voice 2>err >out </dev/null && failed "it begins without its voice"
one_sentence
begin_http --name music.example.net --lang de
get 200 /coherent-breathing.vtt -H 'Host: music.example.net'
"$unknot" plan coherent-breathing --lang de --format vtt 2>/dev/null | cmp - body || failed "captions are not in German"
"$http_program" --listen "${url#http://}" 2>err >out </dev/null && failed "two listen at one port"
one_sentence
says err "something else listens"
finish
