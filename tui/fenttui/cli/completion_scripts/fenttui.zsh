#compdef fenttui
# Completion of fenttui for zsh.

_fenttui() {
    local line kind value help found=1
    local -a parts texts shown open files given

    given=("${(@Q)words[2,CURRENT - 1]}" "${(Q)IPREFIX}${(Q)PREFIX}")
    [[ $PREFIX == --*=* ]] && compset -P '*='
    for line in "${(@f)$(_FENTTUI_COMPLETE=zsh_complete ${(Q)~words[1]} "${given[@]}" 2>/dev/null)}"; do
        parts=("${(@ps:\t:)line}")
        kind=$parts[1] value=$parts[2] help=$parts[3]
        case $kind in
            plain) texts+=("$value"); shown+=("$value${help:+  -- $help}") ;;
            open) open+=("$value") ;;
            files)
                # A name that begins with a dash is offered as ./NAME instead.
                files=(-F '(-*)')
                [[ $help == dashes ]] && files=()
                [[ -n $value ]] && files+=(-g "$value")
                _files "${files[@]}" && found=0
                ;;
        esac
    done
    (( $#texts )) && compadd -V fenttui -l -d shown -a texts && found=0
    (( $#open )) && compadd -V fenttui -S '' -a open && found=0
    return found
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _fenttui "$@"
else
    compdef _fenttui fenttui
fi
