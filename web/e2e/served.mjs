// The program that serves, and the browser that looks: for the tests of the page.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A name that is none of the loopback: a page under it is no secure context, as on a school's network. */
export const lanName = 'classroom.test';
export const pictures = process.env.TUMEN_PICTURES ?? `${root}build/web`;
mkdirSync(pictures, { recursive: true });

/** Starts `tumen serve` on a free port. */
export async function serve() {
  const program = spawn(
    process.env.TUMEN_PROGRAM,
    ['serve', '--port', '0', '--json', '--name', lanName, '--web', `${root}web/dist`, '--rooms', 'none'],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] }
  );
  let text = '';
  const port = await new Promise((resolve, reject) => {
    program.stdout.on('data', (data) => {
      text += data;
      const found = /"port": (\d+)/.exec(text);
      if (found && text.trimEnd().endsWith('}')) resolve(Number(found[1]));
    });
    program.on('exit', (code) => reject(new Error(`tumen serve ended with ${code}: ${text}`)));
  });
  return {
    port,
    url: `http://127.0.0.1:${port}/`,
    lanUrl: `http://${lanName}:${port}/`,
    hostUrl: JSON.parse(text).host,
    /** Ends it and returns its exit code. */
    stop: () =>
      new Promise((resolve) => {
        program.removeAllListeners('exit');
        program.on('exit', resolve);
        program.kill('SIGTERM');
      })
  };
}

export function browse() {
  return chromium.launch({
    executablePath: process.env.TUMEN_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', `--host-resolver-rules=MAP ${lanName} 127.0.0.1`]
  });
}

/** A page that notes what goes wrong and whom it asks. */
export async function openPage(browser, url, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'en-US',
    reducedMotion: 'reduce',
    ...options
  });
  const page = await context.newPage();
  page.faults = [];
  page.asked = new Set();
  page.on('console', (m) => ['error', 'warning'].includes(m.type()) && page.faults.push(m.text()));
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('request', (request) => page.asked.add(new URL(request.url()).host));
  await page.goto(url);
  await whole(page);
  return page;
}

/** Waits until all futures of the newest setting are counted. */
export async function whole(page) {
  await page.waitForSelector('main[data-whole=true]', { timeout: 30_000 });
}

export async function answerNumber(page) {
  return Number(await page.locator('main').getAttribute('data-answer'));
}

/** Waits until all futures of a newer answer than `before` are counted. */
export async function wholeAfter(page, before) {
  await page.waitForFunction(
    (id) => {
      const main = document.querySelector('main');
      return Number(main.dataset.answer) > id && main.dataset.whole === 'true';
    },
    before,
    { timeout: 30_000 }
  );
}
