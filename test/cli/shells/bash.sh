# bash.sh SCRIPT WORD…: what is offered for the last word, one a line.
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_mlops_tag
printf '%s\n' "${COMPREPLY[@]}"
