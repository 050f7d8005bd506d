// Writes SHA256SUMS beside the built page: the list of all that the server serves.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

const list = 'SHA256SUMS';

export function sums(): Plugin {
  let folder = '';
  return {
    name: 'sums',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== list)
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
      const lines = files.map((file) => {
        const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
        return `${hash}  ${relative(folder, file).split(sep).join('/')}\n`;
      });
      writeFileSync(join(folder, list), lines.join(''));
    }
  };
}
