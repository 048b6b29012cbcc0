# Completion of fenttui for fish 3.4 or newer.

function __fenttui_complete
    set -l given (commandline --tokenize --current-process --cut-at-cursor)
    set -l program (string replace --regex '^~(?=/)' $HOME -- $given[1])
    set -l token (commandline --current-token --cut-at-cursor)
    for line in (env _FENTTUI_COMPLETE=fish_complete $program $given[2..-1] "$token" 2>/dev/null)
        set -l item (string split \t -- $line)
        switch $item[1]
            case plain
                printf '%s\t%s\n' $item[2] $item[3]
            case files
                # A command that fish has no completions for completes files.
                set -l found (complete --do-complete="'' $token")
                set -l wanted (string match --regex --entire -- $item[2] $found)
                test (count (string match --invert -- '*/' $wanted)) -gt 0; or set wanted $found
                # A name that begins with a dash would be taken for an option. As ./NAME, fish hides it
                # until the dot is typed.
                if test "$item[3]" != dashes; and not string match --quiet -- '-*' "$token"
                    set wanted (string match --invert -- '-*' $wanted)
                end
                printf '%s\n' $wanted
        end
    end
end

complete --command fenttui --no-files --keep-order --arguments '(__fenttui_complete)'
