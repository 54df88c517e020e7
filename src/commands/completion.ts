/** `completion`: a script for the shell, made from the program itself, so that it never lags behind. */
import type { Command } from 'commander';
import type { CommandContext } from './context.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

export function addCompletionCommand(program: Command, context: CommandContext): void {
  program
    .command('completion')
    .description('print a completion script for the shell')
    .argument('<shell>', SHELLS.join(', '))
    .addHelpText(
      'after',
      `
Examples:
  $ mlops-tag completion bash > ~/.local/share/bash-completion/completions/mlops-tag
  $ mlops-tag completion zsh > "\${fpath[1]}/_mlops-tag"
  $ mlops-tag completion fish > ~/.config/fish/completions/mlops-tag.fish`,
    )
    .action(async (shell: string, _options: unknown, command: Command) => {
      const known = SHELLS.find((name) => name === shell);
      if (known === undefined)
        command.error(`error: no completion for "${shell}"; there is one for ${SHELLS.join(', ')}`);
      else await context.stdout.write(completionScript(program, known));
    });
}

interface Completable {
  readonly name: string;
  readonly description: string;
  readonly flags: readonly { readonly flag: string; readonly description: string }[];
  readonly words: readonly string[];
}

/** The completion script of `program` for `shell`. */
export function completionScript(program: Command, shell: Shell): string {
  const commands = program.commands.map((command) => completable(command, program));
  return { bash, zsh, fish }[shell](commands);
}

function completable(command: Command, program: Command): Completable {
  const options = [...command.options, ...program.options];
  return {
    name: command.name(),
    description: command.description(),
    flags: options.flatMap(({ long, description }) => (long == null ? [] : [{ flag: long, description }])),
    words: command.commands.map((child) => child.name()),
  };
}

function bash(commands: readonly Completable[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  const cases = commands.map(
    ({ name, flags, words }) => `    ${name}) words="${[...words, ...flags.map(({ flag }) => flag)].join(' ')}" ;;`,
  );
  const fallback =
    commands
      .find(({ name }) => name === 'tag')
      ?.flags.map(({ flag }) => flag)
      .join(' ') ?? '';
  return `# bash completion for mlops-tag
_mlops_tag() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    *) words="${fallback}" ;;
  esac
  [ "$COMP_CWORD" -eq 1 ] && words="${names} $words"
  COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current"))
}
complete -o filenames -F _mlops_tag mlops-tag
`;
}

function zsh(commands: readonly Completable[]): string {
  const described = commands.map(({ name, description }) => `    '${name}:${quote(description)}'`);
  const cases = commands.map(({ name, flags, words }) => {
    const flagLines = flags.map(({ flag, description }) => `'${flag}[${quote(description)}]'`);
    const wordLine = words.length > 0 ? [`'1: :(${words.join(' ')})'`] : [];
    return `    ${name}) _arguments ${[...flagLines, ...wordLine, "'*:file:_files'"].join(' ')} ;;`;
  });
  return `#compdef mlops-tag
_mlops_tag() {
  local -a commands
  commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    _files
    return
  fi
  local name="$words[2]"
  (( CURRENT-- ))
  shift words
  case "$name" in
${cases.join('\n')}
    *) _files ;;
  esac
}
if [ "$funcstack[1]" = "_mlops_tag" ]; then _mlops_tag "$@"; else compdef _mlops_tag mlops-tag; fi
`;
}

function fish(commands: readonly Completable[]): string {
  const lines = commands.flatMap(({ name, description, flags, words }) => [
    `complete -c mlops-tag -n __fish_use_subcommand -a ${name} -d '${quote(description)}'`,
    ...words.map((word) => `complete -c mlops-tag -n '__fish_seen_subcommand_from ${name}' -a ${word}`),
    ...flags.map(
      ({ flag, description: text }) =>
        `complete -c mlops-tag -n '__fish_seen_subcommand_from ${name}' -l ${flag.slice(2)} -d '${quote(text)}'`,
    ),
  ]);
  return `# fish completion for mlops-tag\n${lines.join('\n')}\n`;
}

/** Safe inside single quotes and zsh's brackets. */
function quote(text: string): string {
  return text
    .replace(/['[\]:\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
