// The solo page as its users meet it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { answerNumber, browse, openPage, pictures, serve, whole, wholeAfter } from './served.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const firstLever = 'input[data-path="rules.break_on_shock"]';
let served;
let browser;

before(async () => {
  served = await serve();
  browser = await browse();
});
after(async () => {
  await browser?.close();
  assert.equal(await served?.stop(), 0, 'the server ends well');
});

/** The rules that axe finds broken; run outside of the page's policy, as an extension would. */
async function faultsOfAccess(page) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
}

const sentence = (page) => page.getByTestId('sentence').textContent();

test('a newcomer moves a lever, sees the futures change, asks why and shares', async () => {
  // Under a name that is no secure context, as on a school's network.
  const page = await openPage(browser, served.lanUrl);
  assert.equal(await page.evaluate(() => isSecureContext), false);
  const first = await sentence(page);
  assert.match(first, /^In \d+ of 100 futures, the debt of the DPRK to Russia is settled by 2020\.$/);

  await page.getByRole('button', { name: 'Keep this as A' }).click();
  const asked = await answerNumber(page);
  await page.locator(firstLever).fill('0.6');
  await wholeAfter(page, asked);
  const second = await sentence(page);
  assert.notEqual(second, first);
  const was = await page.getByText('With setting A it was').textContent();
  assert.equal(/\d+/.exec(was)[0], /In (\d+)/.exec(first)[1], 'A is the setting that was kept');

  await page.getByRole('button', { name: 'Why?' }).first().click();
  await page.waitForSelector('aside[data-whole=true]');
  assert.ok((await page.getByTestId('verdict').textContent()).length > 10);
  await page.keyboard.press('Escape');
  await page.waitForSelector('aside', { state: 'detached' });

  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByRole('button', { name: 'Link copied' }).waitFor();
  const link = page.url();
  const other = await openPage(browser, link);
  await other.getByText('With setting A it was').waitFor();
  assert.equal(await sentence(other), second, 'a link brings the same futures');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const rows = readFileSync(await (await download).path(), 'utf8').split('\n');
  assert.equal(rows[0], 'setting,futures,series,unit,tick,year,chance,q05,q25,q50,q75,q95');
  assert.ok(rows.some((row) => row.startsWith('A,')) && rows.some((row) => row.startsWith('B,')));

  // The report goes to paper, or to a file by way of the browser; here nobody asks for a printer.
  await page.evaluate(() => (window.print = () => undefined));
  await page.getByRole('button', { name: 'Print the report' }).click();
  await page.emulateMedia({ media: 'print' });
  const report = page.getByTestId('report');
  await report.getByText(second).waitFor();
  await report.getByText(/^Chance that a weapons test breaks off talks: 0\.\d+ → 0\.6/).waitFor();
  await report.getByText(link).waitFor();
  assert.ok((await report.locator('figure svg').count()) >= 12, 'fans of six countries, debts and oil');
  assert.equal(await page.getByTestId('sentence').isVisible(), false, 'the page itself is not printed');
  await page.pdf({ path: `${pictures}/report.pdf`, format: 'A4' });
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await report.waitFor({ state: 'detached' });

  assert.deepEqual(page.faults, []);
  assert.deepEqual([...page.asked], [new URL(served.lanUrl).host], 'nobody else is asked');
  await page.context().close();
  await other.context().close();
});

test('the page speaks five languages, and keeps the one that was chosen', async () => {
  const page = await openPage(browser, served.url);
  const said = new Set();
  for (const [code, tag] of [['ko', 'ko'], ['ja', 'ja'], ['zh', 'zh-Hans'], ['ru', 'ru'], ['en', 'en']]) {
    await page.locator('header .actions select').selectOption(code);
    assert.equal(await page.locator('html').getAttribute('lang'), tag);
    said.add(await sentence(page));
    assert.deepEqual(await faultsOfAccess(page), [], `axe in ${code}`);
    await page.screenshot({ path: `${pictures}/what-if-${code}.png` });
  }
  assert.equal(said.size, 5);
  await page.locator('header .actions select').selectOption('ko');
  await page.reload();
  await whole(page);
  assert.equal(await page.locator('html').getAttribute('lang'), 'ko');
  await page.context().close();
});

test('the page works by keyboard alone', async () => {
  const page = await openPage(browser, served.url);
  const before = await sentence(page);
  const reach = async (what) => {
    for (let k = 0; k < 120; ++k) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((selector) => document.activeElement?.matches(selector), what)) return;
    }
    assert.fail(`Tab does not reach ${what}`);
  };
  await reach(firstLever);
  const asked = await answerNumber(page);
  for (let k = 0; k < 3; ++k) await page.keyboard.press('PageUp');
  await wholeAfter(page, asked);
  assert.notEqual(await sentence(page), before);

  await reach('[data-testid="time"]');
  for (let k = 0; k < 5; ++k) await page.keyboard.press('ArrowLeft');
  await page.getByRole('heading', { name: 'Map of future 1, 2019 Q3' }).waitFor();

  await reach('button.why');
  await page.keyboard.press('Enter');
  await page.waitForSelector('aside[data-whole=true]');
  assert.ok(await page.evaluate(() => document.activeElement?.tagName === 'ASIDE'));
  assert.deepEqual(await faultsOfAccess(page), [], 'axe with the panel open');
  await page.keyboard.press('Escape');
  await page.waitForSelector('aside', { state: 'detached' });
  assert.ok(await page.evaluate(() => document.activeElement?.matches('button.why')), 'focus returns');
  await page.context().close();
});

test('the page fits a laptop, a projector and a phone', async () => {
  for (const [name, width, height] of [['laptop', 1366, 768], ['projector', 1920, 1080], ['phone', 390, 844]]) {
    const page = await openPage(browser, served.url, { viewport: { width, height } });
    await page.screenshot({ path: `${pictures}/what-if-${name}.png`, fullPage: name === 'phone' });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${name}: ${wide} pixels too wide`);
    for (const tab of ['Countries', 'Debt and oil', 'Corridors']) {
      await page.getByRole('button', { name: tab }).click();
      assert.deepEqual(await faultsOfAccess(page), [], `axe, ${name}, ${tab}`);
    }
    assert.deepEqual(page.faults, [], name);
    await page.context().close();
  }
});

test('every scenario opens', async () => {
  const page = await openPage(browser, served.url);
  const select = page.locator('header .scenario select');
  const names = await select.locator('option').evaluateAll((options) => options.map((o) => o.value));
  assert.ok(names.length >= 20);
  for (const name of ['debt-only', 'baseline-2026', 'twelve-agents', 'permissive-world']) {
    assert.ok(names.includes(name), name);
    const asked = await answerNumber(page);
    await select.selectOption(name);
    await page.waitForSelector('main:not([data-answer])', { timeout: 10_000 }).catch(() => undefined);
    await wholeAfter(page, asked);
    assert.match(await sentence(page), /of 100 futures/);
  }
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a link with a number that cannot be is told, and mended by one button', async () => {
  const page = await openPage(browser, served.url);
  await page.goto(`${served.url}#s=debt-only&b=rules.no_such_number=3`);
  await page.reload();
  await page.getByRole('alert').getByText('no number of debt-only').waitFor();
  await page.getByRole('button', { name: 'Try the scenario as it was' }).click();
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await whole(page);
  await page.context().close();
});
