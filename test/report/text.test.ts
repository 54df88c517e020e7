import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { plainLine, terminalSafeJson, visibleLine, visibleText } from '../../src/report/text.ts';
import { clip, clipStart, displayWidth, padEnd } from '../../src/report/width.ts';

/** Text as hostile and as ordinary as it comes: escapes, marks of direction, emoji, Japanese with and without composed voicing. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        'か\u3099',
        'データ',
        '監視',
        'ｶﾞ',
        '👩‍👩‍👧‍👦',
        'e\u0301',
        '\u001b[31m',
        '\u202e',
        '\u009b',
        '\r\n',
        ' ',
        'drift',
        '…',
        '\ud800',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('visibleLine', () => {
  it.each([
    ['title\nover two\r\nlines', 'title over two lines'],
    ['データ\tドリフト', 'データ ドリフト'],
    ['\u001b[31mred', '␛[31mred'],
    ['bell\u0007', 'bell␇'],
    ['\u009b2J', '\ufffd2J'],
    ['\u007f', '␡'],
    ['safe\u202egnp.exe', 'safegnp.exe'],
    ['\u2066a\u2069\u200bb\ufeff', 'ab'],
    ['👩‍👧 が', '👩‍👧 が'],
    ['葛\u{e0100}飾', '葛\u{e0100}飾'],
    ['\ud800', '\ufffd'],
    ['  両端  ', '両端'],
  ])('%j → %j', (text, expected) => expect(visibleLine(text)).toBe(expected));

  it('never lets a control character or a mark of direction through', () => {
    fc.assert(
      fc.property(
        anyText,
        (text) => !/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u200e\u200f\u2028\u2029]/u.test(visibleLine(text)),
      ),
    );
  });

  it('leaves what is harmless as it is, and is done after one time', () => {
    fc.assert(fc.property(anyText, (text) => visibleLine(visibleLine(text)) === visibleLine(text)));
  });
});

describe('plainLine', () => {
  it.each([
    ['\u001b[31m監視\u001b[0m', '[31m監視[0m'],
    ['a\r\nb', 'a b'],
    ['\u202e監視', '監視'],
  ])('%j → %j', (text, expected) => expect(plainLine(text)).toBe(expected));
});

describe('terminalSafeJson', () => {
  it('means the same and prints nothing a terminal obeys', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const json = terminalSafeJson(JSON.stringify({ [text]: text }));
        expect(JSON.parse(json)).toEqual({ [text]: text });
        expect(json).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });
});

describe('widths', () => {
  it.each([
    ['drift', 5],
    ['データドリフト', 14],
    ['か\u3099', 2],
    ['👩‍👩‍👧‍👦', 2],
    ['▇▇░', 3],
    ['', 0],
  ])('%j takes %i columns', (text, width) => expect(displayWidth(text)).toBe(width));

  it('agrees with string-width', () => {
    const unit = fc.oneof(
      fc.integer({ min: 0x20, max: 0x7e }),
      fc.integer({ min: 0x3000, max: 0x30ff }),
      fc.integer({ min: 0x4e00, max: 0x9fff }),
      fc.integer({ min: 0xff01, max: 0xff9f }),
    );
    const text = fc.array(unit).map((codes) => String.fromCodePoint(...codes));
    fc.assert(fc.property(text, (sample) => displayWidth(sample) === stringWidth(sample)));
  });

  it.each([
    ['データドリフトの検知', 10, 'データド…'],
    ['データドリフトの検知', 20, 'データドリフトの検知'],
    ['drift detection', 8, 'drift d…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 3, '👩‍👩‍👧‍👦…'],
    ['監視', 1, '…'],
    ['監視', 0, ''],
  ])('clip %j to %i: %j', (text, width, expected) => expect(clip(text, width, '…')).toBe(expected));

  it.each([
    ['notes/長い/道/a.md:3', 10, '…道/a.md:3'],
    ['a.md:3', 10, 'a.md:3'],
  ])('clipStart %j to %i: %j', (text, width, expected) => expect(clipStart(text, width, '…')).toBe(expected));

  it('clips any text to any width', () => {
    fc.assert(
      fc.property(anyText.map(visibleLine), fc.nat(100), fc.constantFrom('…', '...'), (text, width, ellipsis) => {
        expect(stringWidth(clip(text, width, ellipsis))).toBeLessThanOrEqual(width);
        expect(stringWidth(clipStart(text, width, ellipsis))).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('looks only at the beginning of a very long text', () => {
    expect(clip('é'.repeat(5_000_000), 10, '…')).toBe(`${'é'.repeat(9)}…`);
  });

  it('pads by columns', () => expect(padEnd('監視', 6)).toBe('監視  '));
});

it.each([
  ['  監視: 行\n  | ^', '  監視: 行\n  | ^'],
  ['\u001b[31m赤\r\n\u202e  字\u0007\n', '␛[31m赤 \n  字␇\n'],
  ['\u009b2J\t表', '\ufffd2J 表'],
])('lines for a terminal keep their ends and indents alone: %j', (text, expected) => {
  expect(visibleText(text)).toBe(expected);
});
