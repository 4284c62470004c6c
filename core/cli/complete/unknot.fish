# Completion of unknot for fish. What there is to complete, unknot-complete knows.
function __unknot_candidates
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l here (dirname (dirname (realpath (command -s $words[1]))))
    $here/libexec/unknot/unknot-complete $words[1] $words[2..-1] "$word"
    if test $status = 3
        __fish_complete_path "$word"
    end
end
complete -c unknot -f -a '(__unknot_candidates)'
