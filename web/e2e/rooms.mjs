// People at a table: for the tests of the pages of rooms.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pictures } from './served.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that axe finds broken. */
export async function faultsOfAccess(page) {
  if (await page.evaluate(() => !globalThis.axe)) await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
}

/** A page of a room in a browser of its own; notes what goes wrong and whom it asks. */
export async function open(browser, url, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 }, locale: 'en-US', reducedMotion: 'reduce', ...options
  });
  const page = await context.newPage();
  page.setDefaultTimeout(12_000);
  page.faults = [];
  page.asked = new Set();
  page.on('console', (m) => ['error', 'warning'].includes(m.type()) && page.faults.push(m.text()));
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('request', (request) => page.asked.add(new URL(request.url()).host));
  // The line can be cut: nothing less brings a WebSocket down.
  await page.routeWebSocket(/ws\/room/, (line) => {
    if (page.isCut) return void line.close();
    page.line = line;
    const server = line.connectToServer();
    // What the server says, changed on its way: for what no short game brings about.
    if (page.change) server.onMessage((text) => line.send(JSON.stringify(page.change(JSON.parse(text)))));
  });
  page.cut = async () => {
    page.isCut = true;
    await page.line.close();
    await page.getByTestId('lost').waitFor();
  };
  page.mend = async () => {
    page.isCut = false;
    await page.getByTestId('lost').waitFor({ state: 'detached', timeout: 20_000 });
  };
  await page.goto(url);
  return page;
}

/** Opens a room as its host; returns the host's page and the code. */
export async function host(browser, served, { scenario, rounds = 5, quarters } = {}) {
  const page = await open(browser, served.hostUrl);
  const select = page.getByLabel('Scenario');
  await select.locator('option').nth(1).waitFor({ state: 'attached' });
  if (scenario) await select.selectOption(scenario);
  await page.getByLabel('Rounds').fill(String(rounds));
  if (quarters) await page.getByLabel('Quarters a round').fill(String(quarters));
  await page.getByRole('button', { name: 'Open a room' }).click();
  const code = (await page.getByTestId('code').textContent()).trim();
  assert.match(code, /^[A-Z]{6}$/);
  assert.equal(new URL(page.url()).hash, '', 'the key has left the address bar');
  return { page, code };
}

export async function join(browser, url, code, country, name, options = {}) {
  const page = await open(browser, `${url}join#${code}`, options);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: new RegExp(`^Take this seat.*${country}$`) }).click();
  await page.getByRole('heading', { name: `Your brief: ${country}` }).waitFor({ state: 'attached' });
  return page;
}

/** A second person at a seat: its parliament. */
export async function second(browser, url, code, country, name) {
  const page = await open(browser, `${url}join#${code}`);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: new RegExp(`^Be its parliament.*${country}$`) }).click();
  await page.getByRole('heading', { name: `Parliament: ${country}` }).waitFor();
  return page;
}

export const tab = (page, name) => page.locator(`[data-tab=${name}]`).click();

/** Composes Moscow's write-off of the old claim, as far as the button that puts it on the table. */
export async function composeWriteOff(page) {
  await tab(page, 'compose');
  await page.getByLabel('Kind of deal').selectOption('debt_write_off');
  await page.locator('[data-role=creditor]').selectOption('RUS');
  await page.locator('[data-role=debtor]').selectOption('PRK');
  await page.locator('[data-thing=debt]').selectOption('dprk_to_russia');
  await page.getByTestId('composer').getByTestId('check').waitFor();
}

/** Takes a ready deal, as far as the button that puts it on the table. */
export async function ready(page, title) {
  await tab(page, 'compose');
  const deal = page.getByRole('button', { name: `Use “${title}”` });
  if (!(await deal.isVisible())) await page.getByText('Ready deals to start from').click(); // folded beside a draft
  await deal.click();
  await page.getByTestId('composer').getByTestId('check').waitFor();
}

export const setTerm = (page, term, value) => page.locator(`#term-${term}`).fill(String(value));
/** An offer as a page shows it. */
export const card = (page, offer, stage) => page.locator(`[data-offer="${offer}"]${stage ? `[data-stage=${stage}]` : ''}`);

/** Says something to the press, to all or to one country. */
export async function put(page, form, words, to) {
  if (await page.locator('[data-tab=talk]').count()) await tab(page, 'talk'); // the host sees all at once
  const where = page.getByTestId(form);
  if (to) await where.locator('select').selectOption(to);
  await where.locator('input').fill(words);
  await where.getByRole('button').click();
}

export async function skip(table, page, words) {
  await table.page.getByTestId('skip').click();
  await roundIs(page, words);
}

/** A picture kept with the results of the tests. */
export const shot = (page, name, options = {}) => page.screenshot({ path: `${pictures}/${name}.png`, ...options });

export const putOnTable = (page) => page.getByRole('button', { name: 'Put it on the table' }).click();
export const roundIs = (page, words) =>
  page.getByTestId('round').filter({ hasText: words }).waitFor({ timeout: 20_000 });

const tags = { ko: 'ko', ja: 'ja', zh: 'zh-Hans', ru: 'ru', en: 'en' };
export async function speak(page, code) {
  await page.locator('header select').selectOption(code);
  assert.equal(await page.locator('html').getAttribute('lang'), tags[code]);
}

const sizes = { phone: [390, 844], projector: [1920, 1080], laptop: [1366, 768] };

/** Nothing is wider than a phone, a laptop and a projector; axe looks at each, and a picture is kept. */
export async function fits(page, what, languages = ['en']) {
  for (const code of [...languages.filter((language) => language !== 'en'), 'en']) {
    await speak(page, code);
    for (const [name, [width, height]] of Object.entries(sizes)) {
      if (name === 'projector' && code !== 'en') continue; // what fits a laptop fits a wall
      await page.setViewportSize({ width, height });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${what}, ${name}, ${code}: ${wide} pixels too wide`);
      assert.deepEqual(await faultsOfAccess(page), [], `axe, ${what}, ${name}, ${code}`);
      await shot(page, `${what}-${name}${code === 'en' ? '' : `-${code}`}`);
    }
  }
}

/** Nothing of the debrief is hidden or cut on paper, and nothing is there to be pressed. */
export async function printsWhole(page, name) {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 794, height: 1123 }); // A4 at 96 dots an inch
  const parts = ['line', 'scores', 'value', 'questions', 'base'].map((part) => `#${part}-title`);
  for (const part of [...parts, '#deals-fan', '#quiz-result', '[data-testid=lanes]', '[data-testid=scores]']) {
    assert.ok(await page.locator(part).isVisible(), `${name}: ${part} is printed`);
  }
  const cut = await page.getByTestId('debrief').evaluate((debrief) =>
    [...debrief.querySelectorAll('*')]
      .filter((e) => {
        if (e.closest('.off-screen') || !e.getClientRects().length) return false;
        const isClipped = getComputedStyle(e).overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1;
        return e.getBoundingClientRect().right > innerWidth + 1 || (isClipped && !(e instanceof SVGElement));
      })
      .map((e) => `${e.tagName}.${e.className}`)
  );
  assert.deepEqual(cut, [], `${name}: cut on paper`);
  assert.equal(await page.getByRole('button').count(), 0, `${name}: no buttons on paper`);
  await page.pdf({ path: `${pictures}/${name}.pdf`, format: 'A4' });
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1366, height: 768 });
}

export async function answerQuiz(page, when) {
  for (const question of [0, 1, 2]) await page.locator(`input[name=${when}-${question}]`).nth(3).check();
  await page.getByRole('button', { name: 'Keep my answers' }).click();
  await page.locator(`#quiz-${when}`).waitFor({ state: 'detached' });
}
