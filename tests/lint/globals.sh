#!/bin/sh
# globals.sh SOURCE BUILD - no variable of file scope that can change: nothing in .data, .bss or thread-local storage of what core and
# plugins compile to. Tables that are const but hold addresses (.data.rel.ro) are fine.
cd "$2" || exit 1
if grep -q '^UNKNOT_SANITIZE:STRING=.' CMakeCache.txt 2>/dev/null; then
    echo "skipped: sanitizers add variables of their own"
    exit 77
fi
objects=$(find core plugins -name '*.o' -path '*.dir/*' 2>/dev/null | sort)
if [ -z "$objects" ]; then
    echo "no object files in $2/core"
    exit 1
fi
# name, then "l O .bss 0008 counter"
echo "$objects" | xargs -d '\n' -n 1 sh -c '
    case $0 in
    *unknot.so*) exit 0 ;;
    esac
    objdump -t "$0" | sed "s,^,$0 ,"' | awk '
    {
        for (i = 3; i <= NF; i++) {
            if ($i !~ /^(\*COM\*|\.(data|bss|tdata|tbss)(\..*)?)$/ || $i ~ /^\.data\.rel\.ro/)
                continue
            if ($NF == $i || $NF ~ /^(\.L|\$[adtx]$)/)
                break # the section itself, or what ARM marks in one
            file = $1
            sub(/.*\.dir\//, "", file)
            sub(/\.o$/, "", file)
            printf "%s: \"%s\" can change (%s); keep it in an object, or make it const\n", file, $NF, $i
            bad = 1
            break
        }
    }
    END { exit bad }'
