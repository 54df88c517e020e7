/** Standard input as a file of `check`: read whole, under the name that the user gives or that fits how it begins. */
import type { FileChecker } from '../check/file.ts';
import type { CheckedFile } from '../check/types.ts';
import { stdinNameOf } from '../sources/stdin-name.ts';

export async function checkedStdin(
  stream: AsyncIterable<Uint8Array>,
  filename: string | undefined,
  checker: FileChecker,
): Promise<CheckedFile> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const path = filename?.replaceAll('\\', '/') ?? stdinNameOf(bytes.toString('latin1'), true) ?? 'stdin.md';
  return checker.bytes({ path, file: path, named: true }, bytes);
}
