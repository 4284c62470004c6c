# Completion of unknot for bash. What there is to complete, unknot-complete knows.
_unknot() {
    local program=${COMP_WORDS[0]} word=${COMP_WORDS[COMP_CWORD]} here line lines status
    here=$(readlink -f "$(type -P "$program")") || return
    lines=$("${here%/bin/*}/libexec/unknot/unknot-complete" "$program" "${COMP_WORDS[@]:1:COMP_CWORD}")
    status=$?
    COMPREPLY=()
    while IFS= read -r line; do
        line=${line%%$'\t'*}
        [[ -n $line && $line == "$word"* ]] && COMPREPLY+=("$line")
    done <<<"$lines"
    if [ $status = 3 ]; then
        compopt -o filenames
        while IFS= read -r line; do
            COMPREPLY+=("$line")
        done < <(compgen -f -- "$word")
    fi
}
complete -F _unknot unknot
