# zsh.zsh SCRIPT LINE: what is offered at the end of the line, one a line, between <begin> and <end>.
# Only a shell at a terminal completes, so there is one within this one.
zmodload zsh/zpty
export SCRIPT=$1
zpty shell zsh -f -i
zpty -w shell "source ${0:h}/zsh-inner.zsh"
while zpty -r shell line; do [[ $line == ready* ]] && break; done
zpty -w -n shell "$2"$'\t'
while zpty -r shell line; do
  print -r -- ${line%$'\r\n'}
  [[ $line == *'<end>'* ]] && break
done
