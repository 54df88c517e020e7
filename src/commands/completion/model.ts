/** What can be completed, told from the program: each command with its options, sub-commands and argument. */
import type { Argument, Command, Option } from 'commander';
import { collectList, offered } from '../options.ts';

/** The command that runs where none is named. */
export const DEFAULT_COMMAND = 'tag';

/** What stands for an option's value or an argument. */
export type Value =
  | {
      readonly kind: 'words';
      readonly words: readonly string[];
      /** Several, joined by commas. */
      readonly joined: boolean;
      /** `=FILE` may follow the word. */
      readonly thenFile: boolean;
    }
  | { readonly kind: 'files' }
  | { readonly kind: 'any' };

export interface CompletableOption {
  /** The short form first, where there is one. */
  readonly flags: readonly string[];
  readonly description: string;
  /** Absent for a switch. */
  readonly value?: Value;
}

export interface Completable {
  /** The words that lead here, joined by blanks; empty before any command is named. */
  readonly path: string;
  readonly options: readonly CompletableOption[];
  readonly commands: readonly { readonly name: string; readonly description: string }[];
  /** Absent for a command that takes none. */
  readonly argument?: Value;
}

/** `ids`: those of the concepts to offer. The first is what stands before any command: options and paths of the default one. */
export function completables(program: Command, ids: readonly string[]): readonly Completable[] {
  const everywhere = program.options.filter(({ long }) => long !== '--version');
  const under = (command: Command, above: readonly string[], inherited: readonly Option[]): readonly Completable[] => {
    const help = command.createHelp();
    const children = help.visibleCommands(command);
    const [argument] = command.registeredArguments;
    const names = children.map((child) => ({ name: child.name(), description: child.description() }));
    return [
      {
        path: above.join(' '),
        options: [...help.visibleOptions(command), ...inherited].map((option) => completableOption(option, ids)),
        commands: names,
        ...(argument === undefined ? {} : { argument: argumentValue(argument, ids) }),
      },
      ...children.flatMap((child) =>
        child.name() === 'help'
          ? [
              helpCommand(
                above,
                names.map(({ name }) => name),
              ),
            ]
          : under(child, [...above, child.name()], everywhere),
      ),
    ];
  };
  const [root, ...named] = under(program, [], []);
  const byDefault = named.find(({ path }) => path === DEFAULT_COMMAND);
  if (root === undefined || byDefault === undefined) return named;
  const version = root.options.filter(({ flags }) => flags.includes('--version'));
  return [{ ...byDefault, path: '', commands: root.commands, options: [...byDefault.options, ...version] }, ...named];
}

/** commander makes it as it is called, without what it takes. */
function helpCommand(above: readonly string[], names: readonly string[]): Completable {
  const words = names.filter((name) => name !== 'help');
  return { path: [...above, 'help'].join(' '), options: [], commands: [], argument: wordsValue(words) };
}

function completableOption(option: Option, ids: readonly string[]): CompletableOption {
  const { short, long, description } = option;
  const flags = [short, long].filter((flag) => flag != null);
  return option.required || option.optional
    ? { flags, description, value: optionValue(option, ids) }
    : { flags, description };
}

function optionValue(option: Option, ids: readonly string[]): Value {
  const words = offered(option);
  if (words === undefined) return { kind: option.flags.includes('<file>') ? 'files' : 'any' };
  return {
    ...wordsValue(words === 'concepts' ? ids : words),
    joined: option.parseArg === collectList,
    thenFile: option.flags.includes('[=file]'),
  };
}

function argumentValue(argument: Argument, ids: readonly string[]): Value {
  const words = offered(argument);
  return words === undefined ? { kind: 'files' } : wordsValue(words === 'concepts' ? ids : words);
}

function wordsValue(words: readonly string[]): Value & { readonly kind: 'words' } {
  return { kind: 'words', words, joined: false, thenFile: false };
}

/** Flags that take the word after them, in any command: `-f`, `--format` … */
export function valueFlags(commands: readonly Completable[]): readonly string[] {
  const flags = commands.flatMap(({ options }) =>
    options.filter(({ value }) => value !== undefined).flatMap((option) => option.flags),
  );
  return [...new Set(flags)];
}

/** The ways from one command to the next, `from` empty at the start. */
export function steps(commands: readonly Completable[]): readonly { readonly from: string; readonly word: string }[] {
  return commands.flatMap(({ path, commands: below }) => below.map(({ name }) => ({ from: path, word: name })));
}
