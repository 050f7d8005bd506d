import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { engineWords } from '../src/rooms/i18n/index.ts';

const root = new URL('../../', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, root), 'utf8');
const found = (source: string, pattern: RegExp) => [...source.matchAll(pattern)].map((match) => match[1] ?? '');
const instruments = readdirSync(new URL('configs/instruments/', root)).map((file) => text(`configs/instruments/${file}`));
const said = new Set([
  ...found(instruments.join('\n'), /^ {4}title: (.+)$/gm),
  ...found(text('server/rooms/ready.inc'), /TUMEN_READY\(\w+, "([^"]+)"/g),
  ...found(text('agents/reasons.inc'), /TUMEN_REASON\(\w+, \w+, "([^"]+)"\)/g),
  ...found(text('server/rooms/lean.cpp'), /reason = "([^"]+)"/g)
]);

describe('words of the engine', () => {
  it('are those it says, and none that it no longer says', async () => {
    expect(said.size).toBeGreaterThan(90);
    for (const language of ['ko', 'ja', 'zh', 'ru'] as const) {
      expect([...Object.keys(await engineWords(language))].filter((words) => !said.has(words))).toEqual([]);
    }
  });

  it('are the same in every language', async () => {
    const keys = Object.keys(await engineWords('ko'));
    for (const language of ['ja', 'zh', 'ru'] as const) expect(Object.keys(await engineWords(language))).toEqual(keys);
    expect(await engineWords('en')).toEqual({});
  });
});
