/** For bash from 3.2 on, without the bash-completion package. */
import { type Completable, DEFAULT_COMMAND, steps, type Value } from './model.ts';

export function bash(commands: readonly Completable[]): string {
  const values = commands.flatMap(({ path, options }) =>
    options.flatMap(({ flags, value }) =>
      value === undefined ? [] : [`    ${flags.map((flag) => `"${path}:${flag}"`).join('|')}) ${assignments(value)};;`],
    ),
  );
  const places = commands.map(({ path, options, commands: below, argument }) => {
    const words = [...below.map(({ name }) => name), ...(argument?.kind === 'words' ? argument.words : [])];
    const flags = options.flatMap((option) => option.flags.filter((flag) => flag.startsWith('--')));
    return `    "${path}") words="${words.join(' ')}" files="${argument?.kind === 'files' ? 1 : ''}" options="${flags.join(' ')}" ;;`;
  });
  return `# bash completion for mlops-tag

# What follows option $2 of command $1; fails where nothing does.
_mlops_tag_value() {
  words="" files="" joined=""
  case "$1:$2" in
${values.join('\n')}
    *) return 1 ;;
  esac
}

# What stands in command $1 itself.
_mlops_tag_place() {
  case "$1" in
${places.join('\n')}
  esac
}

_mlops_tag() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  local command="" word words="" files="" options="" joined="" paths="" equals="" prefix="" plain i
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    case "$word" in
      =) ((i++)) ;;
      --) paths=1; break ;;
      -?*) if _mlops_tag_value "$command" "$word" && [ "\${COMP_WORDS[i+1]}" != "=" ]; then ((i++)); fi ;;
      *)
        case "$command:$word" in
${steps(commands)
  .map(({ from, word }) => `          "${from}:${word}") command="${from === '' ? word : `${from} ${word}`}" ;;`)
  .join('\n')}
          :*) command="${DEFAULT_COMMAND}" ;;
        esac ;;
    esac
  done
  joined=""

  # bash takes "=" for a word of its own, unless somebody took it out of COMP_WORDBREAKS
  if [ "$current" = "=" ]; then
    equals=1 current=""
  elif [ "$previous" = "=" ]; then
    equals=1 previous="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  case "$current" in
    --*=*) previous="\${current%%=*}" prefix="\${current%%=*}=" current="\${current#*=}" ;;
  esac

  if [ -n "$paths" ]; then
    words="" files=1
  elif [[ "$previous" == -?* ]] && _mlops_tag_value "$command" "$previous"; then
    :
  elif [ -n "$equals" ]; then
    words="" files=1
  else
    _mlops_tag_place "$command"
    case "$current" in
      -*) words="$options" files="" ;;
    esac
  fi
  if [ -n "$joined" ]; then
    case "$current" in
      *,*) prefix="$prefix\${current%,*}," current="\${current##*,}" ;;
    esac
  fi

  # readline quotes what is answered, so it is looked for as it is on the disk
  plain="\${current#[\\"\\']}"
  plain="\${plain//\\\\/}"
  COMPREPLY=()
  while IFS= read -r word; do
    COMPREPLY+=("$prefix$word")
  done < <(
    compgen -W "$words" -- "$current"
    [ -n "$files" ] && compgen -f -- "$plain"
  )
  [ -n "$files" ] && compopt -o filenames 2>/dev/null
  return 0
}
complete -F _mlops_tag mlops-tag
`;
}

function assignments(value: Value): string {
  if (value.kind === 'files') return 'files=1 ';
  if (value.kind === 'any') return '';
  return `words="${value.words.join(' ')}" ${value.joined ? 'joined=1 ' : ''}`;
}
