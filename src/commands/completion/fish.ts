/** For fish from 3.0 on. */
import { type Completable, type CompletableOption, DEFAULT_COMMAND, steps, type Value, valueFlags } from './model.ts';

export function fish(commands: readonly Completable[]): string {
  return `# fish completion for mlops-tag

# The command that the words so far name; empty before any.
function __mlops_tag_command
    set -l command ''
    set -l skip 0
    set -l words (commandline -opc)
    for word in $words[2..-1]
        if test $skip = 1
            set skip 0
            continue
        end
        switch "$command:$word"
            case ${valueFlags(commands)
              .map((flag) => `'*:${flag}'`)
              .join(' ')}
                set skip 1
            case '*:--*' ${shortSwitches(commands)
              .map((flag) => `'*:${flag}'`)
              .join(' ')}
${steps(commands)
  .map(
    ({ from, word }) =>
      `            case '${from}:${word}'\n                set command '${from === '' ? word : `${from} ${word}`}'`,
  )
  .join('\n')}
            case ':*'
                set command ${DEFAULT_COMMAND}
        end
    end
    echo $command
end

function __mlops_tag_in
    set -l command (__mlops_tag_command)
    test "$command" = "$argv[1]"
end

${commands.flatMap(lines).join('\n')}
`;
}

/** A lone `-` is a path, and fish's patterns know no sets of letters. */
function shortSwitches(commands: readonly Completable[]): readonly string[] {
  return [...new Set(commands.flatMap(({ options }) => options.flatMap(({ flags }) => flags)))].filter(
    (flag) => !flag.startsWith('--'),
  );
}

function lines({ path, options, commands, argument }: Completable): readonly string[] {
  const start = `complete -c mlops-tag -n '__mlops_tag_in "${path}"'`;
  return [
    ...(argument?.kind === 'files' ? [] : [`${start} -f`]),
    ...(argument?.kind === 'words' ? [`${start} -a '${argument.words.join(' ')}'`] : []),
    ...commands.map(({ name, description }) => `${start} -a ${name} -d ${quoted(description)}`),
    ...options.map((option) => `${start} ${optionParts(option)}`),
  ];
}

function optionParts({ flags, description, value }: CompletableOption): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  return [...names, ...(value === undefined ? [] : [valueParts(value)]), `-d ${quoted(description)}`].join(' ');
}

function valueParts(value: Value): string {
  if (value.kind === 'files') return '-r -F';
  return value.kind === 'any' ? '-x' : `-x -a '${value.words.join(' ')}'`;
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
