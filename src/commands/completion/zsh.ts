/** For zsh: where the line stands is found by its words, the rest is left to _arguments. */
import { type Completable, type CompletableOption, DEFAULT_COMMAND, steps, type Value, valueFlags } from './model.ts';

export function zsh(commands: readonly Completable[]): string {
  return `#compdef mlops-tag

# Sub-commands, and at the start paths too.
_mlops_tag_commands() {
  _describe -t commands command commands
  [[ -n "$command" ]] || _files
}

# Words joined by commas.
_mlops_tag_joined() {
  compset -P '*,'
  compadd "$@"
}

# A word, after which =FILE may follow.
_mlops_tag_report() {
  if compset -P '*='; then _files; else compadd "$@"; fi
}

_mlops_tag() {
  local command="" word
  local -i at=2
  local -a commands
  while (( at < CURRENT )); do
    word="\${words[at]}"
    case "$word" in
      (--) break ;;
      (${valueFlags(commands).join('|')}) (( at++ )) ;;
      (-?*) ;;
      (*)
        case "$command:$word" in
${steps(commands)
  .map(
    ({ from, word }) =>
      `          ("${from}:${word}") command="${from === '' ? word : `${from} ${word}`}"; words[at]=(); (( CURRENT-- )); continue ;;`,
  )
  .join('\n')}
          (:*) command="${DEFAULT_COMMAND}" ;;
        esac ;;
    esac
    (( at++ ))
  done
  case "$command" in
${commands.map(place).join('\n')}
  esac
}

if [[ "$funcstack[1]" = _mlops_tag ]]; then _mlops_tag "$@"; else compdef _mlops_tag mlops-tag; fi
`;
}

function place({ path, options, commands, argument }: Completable): string {
  const described = commands.map(
    ({ name, description }) => `        ${quoted(`${name}:${description.replaceAll(':', '\\:')}`)}`,
  );
  const specs = [
    ...options.flatMap(optionSpecs),
    ...(commands.length === 0 ? [] : ["'1:command:_mlops_tag_commands'"]),
    ...(argument === undefined ? [] : [quoted(`*:${argument.kind === 'files' ? 'path' : 'word'}:${action(argument)}`)]),
  ];
  return [
    `    (${path === '' ? "''" : `"${path}"`})`,
    ...(described.length === 0 ? [] : ['      commands=(', ...described, '      )']),
    `      _arguments -S : \\\n${specs.map((spec) => `        ${spec}`).join(' \\\n')} ;;`,
  ].join('\n');
}

function optionSpecs({ flags, description, value }: CompletableOption): readonly string[] {
  const text = `[${description.replace(/[[\]\\]/g, '\\$&')}]`;
  return flags.map((flag) => {
    if (value === undefined) return quoted(`*${flag}${text}`);
    return quoted(`*${flag}${flag.startsWith('--') ? '=' : '+'}${text}:value:${action(value)}`);
  });
}

function action(value: Value): string {
  if (value.kind === 'files') return '_files';
  if (value.kind === 'any') return ' ';
  const words = value.words.join(' ');
  if (value.thenFile) return `_mlops_tag_report ${words}`;
  return value.joined ? `_mlops_tag_joined ${words}` : `(${words})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
