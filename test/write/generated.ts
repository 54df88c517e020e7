/** Files as people write them: tags in every style and format, between comments, other keys and odd blanks. */
import fc from 'fast-check';

export interface GeneratedFile {
  readonly path: string;
  /** What stands before the value of the tags (or the place of the missing key), the value, and what stands behind it. */
  readonly head: string;
  readonly value: string;
  readonly tail: string;
  /** The tags of the talk. */
  readonly tags: readonly string[];
  /** Which of the file's talks it is. */
  readonly talk: number;
  /** Whether the key of the tags is there. */
  readonly declared: boolean;
}

/** Tags that need no quotes, and others that do. */
export const SIMPLE = ['drift', '監視', 'model serving', '特徴量ストア', 'feature-store', 'データ品質', 'llm_ops'];
export const ODD = [
  'no',
  '3.10',
  'a: b',
  '#1',
  "it's",
  '"引用"',
  'C:\\x',
  '- x',
  '[z]',
  '~',
  'ドリフト #2',
  '{',
  '*a',
  '&b',
  '|',
  '%',
];

const simple = fc.constantFrom(...SIMPLE);
const any = fc.constantFrom(...SIMPLE, ...ODD);
const blank = fc.constantFrom('', ' ', '  ');
const someTags = fc.uniqueArray(any, { minLength: 1, maxLength: 4 });

/** A list between brackets: `breaks` where it may go over lines, `comments` where the format has them. */
function bracketed(
  items: readonly fc.Arbitrary<string>[],
  comments: boolean,
  multiline: boolean,
): fc.Arbitrary<string> {
  const gaps = [
    '',
    ' ',
    '  ',
    ...(multiline ? ['\n    ', '\n  '] : []),
    ...(comments && multiline ? [' # 注\n    '] : []),
  ];
  const gap = fc.constantFrom(...gaps);
  return fc
    .tuple(fc.tuple(...items), fc.array(gap, { minLength: items.length + 1, maxLength: items.length + 1 }))
    .map(([raws, between]) => `[${raws.map((raw, at) => (between[at] ?? '') + raw).join(',')}${between.at(-1)}]`);
}

function yamlRaw(tag: string): fc.Arbitrary<string> {
  const quoted = [JSON.stringify(tag), `'${tag.replaceAll("'", "''")}'`];
  return fc.constantFrom(...quoted, ...(SIMPLE.includes(tag) ? [tag] : []));
}

function tomlRaw(tag: string): fc.Arbitrary<string> {
  return fc.constantFrom(JSON.stringify(tag), ...(tag.includes("'") ? [] : [`'${tag}'`]));
}

interface Written {
  readonly text: string;
  readonly tags: readonly string[];
}

/** The value as it stands behind `mlops:`. */
const yamlValue: fc.Arbitrary<Written> = fc.oneof(
  fc.constantFrom(...['', ' []', ' [ ]', ' ~', ' # なし'].map((text) => ({ text, tags: [] }))),
  someTags.chain((tags) =>
    fc
      .tuple(bracketed(tags.map(yamlRaw), true, true), fc.constantFrom('', ' # 手で', '  '))
      .map(([list, rest]) => ({ text: ` ${list}${rest}`, tags })),
  ),
  fc.tuple(someTags, fc.constantFrom('', '  ', '    '), fc.constantFrom(' ', '  ')).chain(([tags, indent, space]) =>
    fc
      .tuple(
        fc.tuple(...tags.map(yamlRaw)),
        fc.array(fc.constantFrom('', ' # 注', '\n', '\n    # 行の注'), {
          minLength: tags.length,
          maxLength: tags.length,
        }),
      )
      .map(([raws, ends]) => ({
        text: raws.map((raw, at) => `\n${indent}-${space}${raw}${ends[at]}`).join(''),
        tags,
      })),
  ),
  fc
    .tuple(
      fc.uniqueArray(simple, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(', ', ',', '、'),
      fc.constantFrom('', '"', "'"),
    )
    .map(([tags, comma, quote]) => ({ text: ` ${quote}${tags.join(comma)}${quote}`, tags })),
);

const tomlValue: fc.Arbitrary<Written> = fc.oneof(
  fc.constant({ text: ' []', tags: [] }),
  someTags.chain((tags) => bracketed(tags.map(tomlRaw), true, true).map((list) => ({ text: ` ${list} # 手`, tags }))),
  fc.uniqueArray(simple, { minLength: 1, maxLength: 3 }).map((tags) => ({ text: ` "${tags.join(', ')}"`, tags })),
);

const jsonValue: fc.Arbitrary<Written> = fc.oneof(
  fc.constantFrom({ text: ' []', tags: [] }, { text: 'null', tags: [] }),
  someTags.chain((tags) =>
    bracketed(
      tags.map((tag) => fc.constant(JSON.stringify(tag))),
      false,
      true,
    ).map((text) => ({ text, tags })),
  ),
  fc
    .uniqueArray(simple, { minLength: 1, maxLength: 3 })
    .map((tags) => ({ text: JSON.stringify(tags.join('、')), tags })),
);

/** Lines of other keys, whole. */
const yamlLines = fc.subarray([
  'speaker: "山田 太郎" # 敬称略\n',
  'room:   A-1\n',
  '# 注: mlops: [x]\n',
  '\n',
  'links:\n- https://example.org/?a=[b]\n- "#2"\n',
  'abstract: |\n  監視の話。\n\n  mlops: ではない。\n',
  'meta: {a: 1, b: [x, y]} # 注\n',
  'empty:\n',
  "quoted: 'it''s'\n",
]);
const tomlLines = fc.subarray([
  'speaker = "山田 太郎" # 敬称略\n',
  "room   = 'A-1'\n",
  '# 注 mlops = ["x"]\n',
  '\n',
  'links = [\n  "https://example.org/",\n]\n',
  'abstract = """\n監視の話。\nmlops = ではない。\n"""\n',
]);
const jsonMembers = fc.subarray([
  '"speaker": "山田"',
  '"room":"A"',
  '"links": [\n "x", "y" ]',
  '"year" : 2024',
  '"abstract": "mlops: [x] \\"引用\\""',
]);

type Parts = Omit<GeneratedFile, 'path' | 'talk'>;

function keyed(
  lines: fc.Arbitrary<readonly string[]>,
  title: string,
  key: string,
  value: fc.Arbitrary<Written>,
): fc.Arbitrary<Parts> {
  const order = fc.tuple(lines, lines, fc.boolean(), fc.boolean(), value);
  return order.map(([above, below, first, declared, { text, tags }]) => {
    const unused = below.filter((line) => !above.includes(line));
    const head = above.join('') + (first ? title : '');
    const tail = (first ? '' : title) + unused.join('');
    if (!declared) return { head: head + tail, value: '', tail: '', tags: [], declared };
    return { head: head + key, value: text, tail: `\n${tail}`, tags, declared };
  });
}

const yamlParts = keyed(yamlLines, 'title: 監視の話\n', 'mlops:', yamlValue);
const tomlParts = keyed(tomlLines, 'title = "監視の話"\n', 'mlops =', tomlValue);
const jsonParts: fc.Arbitrary<Parts> = fc
  .tuple(jsonMembers, fc.boolean(), jsonValue, fc.constantFrom(',', ', ', ',\n  ', ' ,\n\t'), blank)
  .map(([members, declared, { text, tags }, comma, space]) => {
    const [head, tail] = [members.slice(0, 2), members.slice(2)];
    const before = ['"title": "監視の話"', ...head].join(comma);
    const after = tail.map((member) => comma + member).join('');
    const close = `${space}}`;
    if (!declared) return { head: `{${space}${before}${after}`, value: '', tail: close, tags: [], declared };
    return { head: `{${space}${before}${comma}"mlops":`, value: text, tail: after + close, tags, declared };
  });

const around =
  (path: string, before: string, after: string, talk = 0) =>
  ({ head, tail, ...parts }: Parts): GeneratedFile => ({
    ...parts,
    path,
    head: before + head,
    tail: tail + after,
    talk,
  });

const indented = (parts: Parts, by: string): Parts => {
  const move = (text: string): string => text.replaceAll(/\n(?!\n|$)/g, `\n${by}`);
  return { ...parts, head: move(parts.head), value: move(parts.value), tail: move(parts.tail) };
};

const oneLine = ({ head, value, tail, ...rest }: Parts): Parts => {
  const flat = (text: string): string => text.replaceAll(/\n[ \t]*/g, ' ').replaceAll('\t', ' ');
  return { ...rest, head: flat(head), value: flat(value), tail: flat(tail) };
};

const OTHER = '- title: 別の話\n  speaker: 佐藤\n  mlops: [x] # そのまま\n';

export const FILES: Readonly<Record<string, fc.Arbitrary<GeneratedFile>>> = {
  'YAML front matter': yamlParts.map(around('talk.md', '---\n', '---\n\n本文です。\n')),
  'YAML front matter of a second talk': yamlParts.map(
    around('talks.mdx', '---\ntitle: 前の話\n---\n前の本文\n\n---\n', '---\n\n本文です。\n', 1),
  ),
  'TOML front matter': tomlParts.map(around('talk.md', '+++\n', '+++\n本文です。')),
  'TOML front matter with a table': tomlParts.map(
    around('talk.md', '---toml\n', '\n[extra]\nmlops = ["x"]\n---\n本文です。\n'),
  ),
  'JSON front matter': jsonParts.map(around('talk.md', '---json\n', '\n---\n本文です。\n')),
  'bare JSON front matter': jsonParts.map(around('talk.md', '', '\n\n本文です。\n')),
  'a YAML file': yamlParts.map(around('talk.yaml', '# 一つの話\n', '')),
  'a YAML document': yamlParts.map(around('talks.yml', 'title: 前の話\n---\n', '---\ntitle: 後の話\n', 1)),
  'an item of a YAML list': yamlParts.map((parts) =>
    around('talks.yaml', `${OTHER}-\n  `, OTHER, 1)(indented(parts, '  ')),
  ),
  'a JSON file': jsonParts.map(around('talk.json', '', '\n')),
  'an item of a JSON list': jsonParts.map(
    around('talks.json', '[\n  {"title": "別の話", "mlops": ["x"]},\n  ', ',\n  {"title": "後の話"}\n]\n', 1),
  ),
  'a line of NDJSON': jsonParts.map((parts) =>
    around('talks.ndjson', '{"title": "別の話", "mlops": ["x"]}\n\n', '\n{"title":"後の話"}\n', 1)(oneLine(parts)),
  ),
};
