# Completion of fenttui for bash 4.4 or newer.
_fenttui() {
    local line
    COMPREPLY=()
    # The line as it is typed: bash parts words at : and =, fenttui does not.
    while IFS= read -r line; do
        case $line in
            option,*) compopt -o "${line#option,}" 2>/dev/null ;;
            plain,*) COMPREPLY+=("${line#plain,}") ;;
        esac
    done < <(
        _FENTTUI_COMPLETE=bash_complete "${1/#\~/$HOME}" "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null
    )
}

complete -o nosort -F _fenttui fenttui
