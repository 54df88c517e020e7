# The shell that zsh.zsh starts: prints whatever is given to compadd.
PROMPT=
autoload -Uz compinit
compinit -u -D
source $SCRIPT
bindkey '^M' undefined
bindkey '^J' undefined
bindkey '^I' complete-word
answers_begin() { print -r -- '<begin>' }
answers_end() { print -r -- '<end>'; exit }
compprefuncs=(answers_begin)
comppostfuncs=(answers_end)
compadd() {
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "$@"; return; fi
  local -a found
  builtin compadd -A found "$@"
  (( $#found )) && print -rl -- "${found[@]}"
  builtin compadd "$@"
}
print ready
