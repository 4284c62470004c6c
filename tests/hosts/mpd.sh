#!/bin/sh
# mpd plays what unknot-http gives: WAV and FLAC, their lengths, seeking, a pause, the playlist; what is heard are the bits of a render.
. "$1/tests/cli/ground"
. "$1/tests/hosts/http_ground"
for tool in mpd mpc; do
    command -v $tool >/dev/null || { echo "skipped: no $tool here"; exit 77; }
done
mpd --version | grep -qw curl || { echo "skipped: this mpd cannot fetch anything"; exit 77; }
write_tone
write_short
begin_http

mkdir music lists
cat >mpd.conf <<CONF
music_directory "$work/music"
playlist_directory "$work/lists"
db_file "$work/database"
zeroconf_enabled "no"
log_file "$work/mpd.log"
bind_to_address "$work/mpd.socket"
audio_output {
    type "null"
    name "nothing"
}
audio_output {
    type "pipe"
    name "heard"
    command "cat >$work/heard.raw"
    format "48000:16:2"
    enabled "no"
}
CONF
mpd --no-daemon mpd.conf 2>mpd.err &
mpd=$!
trap 'kill "$mpd" ${http:+"$http"} 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT
export MPD_HOST="$work/mpd.socket"
until_so mpc status || { failed "mpd does not begin: $(cat mpd.err mpd.log)"; finish; }

# shows WORDS: the status has them
shows() {
    mpc status | grep -qF -- "$1"
}
# plays WORDS WHAT: it comes to that
plays() {
    until_so shows "$1" || failed "$2: $(mpc status; tail -n 5 mpd.log)"
}

for file in tone.wav tone.flac; do
    mpc -q clear
    mpc -q add "$url/$file" || failed "mpd does not take $file"
    mpc -q play
    plays "/0:15" "mpd does not know how long $file is"
    plays "[playing]" "mpd does not play $file"
    mpc -q pause
    plays "[paused]" "mpd does not pause $file"
    mpc -q seek 12
    plays "0:12/0:15" "mpd does not seek in $file"
    mpc -q seek 3
    plays "0:03/0:15" "mpd does not seek back in $file"
    mpc -q play
    plays "[playing]" "mpd does not go on with $file"
done
same "$(mpc current -f '%title%')" "A tone & more" "title of a FLAC file"

# all of them, by the playlist
mpc -q clear
curl -s "$url/all.m3u" >all.m3u
mpc load >/dev/null "$url/all.m3u" || failed "mpd does not take the playlist"
same "$(mpc playlist | wc -l)" "$("$unknot" list --names | wc -l)" "routines in the queue"
mpc playlist -f '%name%' | grep -qxF 'Upper trapezius' || failed "the queue has no titles: $(mpc playlist | head -n 3)"
place=$(mpc playlist -f '%position% %file%' | sed -n "s|^\([0-9]*\) $url/upper-trapezius.*|\1|p")
mpc -q play "$place"
plays "[playing]" "mpd does not play the shipped one"
mpc -q pause
length=$(sed -n '/^#EXTINF/h; \|/upper-trapezius\.|{g; s/^#EXTINF:\([0-9]*\),.*/\1/p}' all.m3u)
plays "/$((length / 60)):$(printf %02d $((length % 60)))" "mpd does not know that the shipped one is $length s long"
mpc -q seek 5:00
plays "5:00/" "mpd does not seek in the shipped one"

# what is not there is an error of mpd's, and it goes on
mpc -q clear
mpc -q add "$url/no-such-routine.wav"
mpc -q play
plays "ERROR" "mpd does not say that there is no such routine"
mpc -q clear

# the bits
mpc -q enable only heard >/dev/null
cp short.lua "$routines"
"$unknot" render short -o - | tail -c +45 >short.raw
mpc -q add "$url/short.wav"
mpc -q play
whole() {
    [ "$(wc -c <heard.raw)" -ge "$(wc -c <short.raw)" ]
}
until_so whole || failed "mpd does not play to the end: $(mpc status)"
cmp heard.raw short.raw || failed "mpd has heard other bits than a render"
finish
