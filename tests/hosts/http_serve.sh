#!/bin/sh
# unknot serve --http: the files are there as long as the service is, and what happens to them is nothing to it.
. "$1/tests/cli/ground"
. "$1/tests/hosts/http_ground"
cp "$build_folder/bin/unknot" "$work/alone"
service=
trap '[ -z "$service" ] || kill -9 "$service" 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT

# begin_service OPTIONS...: as begin_http, by a service
begin_service() {
    : >http.log
    "$unknot" serve --sink null "$@" 2>http.log &
    service=$!
    until_so grep -q 'routines are at' http.log || { failed "a service has no files: $(cat http.log)"; finish; }
    url=$(sed -n '$s|.*routines are at \(http://.*\)/$|\1|p' http.log)
    child=$(cat /proc/$service/task/*/children | tr ' ' '\n' | while read -r pid; do
        grep -q unknot-http "/proc/$pid/comm" && echo "$pid"
    done)
}
gone() {
    [ ! -d "/proc/$1" ] || grep -q '^State:.Z' "/proc/$1/status"
}

begin_service --http=127.0.0.1:0 --lang de
get 200 /all.m3u
grep -q '^#EXTINF:[0-9]*,Kohärentes Atmen' body || failed "the files are not in the language of the service"
"$unknot" ctl status >out 2>&1 || failed "a service with files is not there: $(cat out)"

# it dies, and is there again; the service has not noticed but for a word
kill -9 "$child"
until_so grep -q 'unknot-http has ended; it is started again in 2 seconds' http.log || failed "nobody says that it has ended: $(cat http.log)"
"$unknot" ctl status >out 2>&1 || failed "the service went with it: $(cat out)"
until_so eval '[ "$(grep -c "routines are at" http.log)" = 2 ]' || failed "it is not started again: $(cat http.log)"
url=$(sed -n '$s|.*routines are at \(http://.*\)/$|\1|p' http.log)
get 200 /
child=$(cat /proc/$service/task/*/children)

kill -TERM "$service"
wait "$service"
same $? 0 "exit code of a service with files"
service=
for pid in $child; do
    gone "$pid" || failed "a program outlives the service that had it"
done

# a service that is killed takes it along, too
begin_service --http=127.0.0.1:0
kill -9 "$service"
until_so gone "$child" || failed "it outlives a service that was killed"
service=

# it is not installed; it cannot listen there
XDG_RUNTIME_DIR="$work" "$work/alone" serve --sink null --http 2>err >out && failed "a service begins without what it was asked for"
one_sentence
says err "the package unknot-http has it"
begin_service --http=127.0.0.1:0
"$http_program" --parent 1 --listen 127.0.0.1:0 2>err >out || failed "without its parent it is no failure that it ends"
kill -TERM "$service"
wait "$service"
service=
"$unknot" serve --sink null --http=nowhere 2>err &
service=$!
until_so grep -q "'nowhere' is no address" err || failed "an address that is none: $(cat err)"
"$unknot" ctl status >out 2>&1 || failed "a service ends for want of an address: $(cat out)"
finish
