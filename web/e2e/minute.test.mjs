// A newcomer's first minute, without a tour: what the machine takes is measured, reading is allowed for.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { card, faultsOfAccess, host, join, open, putOnTable, ready, roundIs, shot } from './rooms.mjs';
import { browse, serve } from './served.mjs';

let served;
let browser;
let table;
let bo;
before(async () => {
  served = await serve();
  browser = await browse();
  table = await host(browser, served);
  bo = await join(browser, served.lanUrl, table.code, 'DPRK', 'Bo');
  await table.page.getByRole('button', { name: 'Start' }).click();
  await roundIs(bo, 'Round 1');
});
after(async () => {
  await browser?.close();
  assert.equal(await served?.stop(), 0, 'the server ends well');
});

// Seconds that a patient reader takes for each step.
const patience = { code: 8, name: 4, cards: 15, fan: 10, slider: 6, answer: 5 };
const most = 60;

/** From the address to a seat. */
async function sitDown(country) {
  const page = await open(browser, `${served.lanUrl}join`, { viewport: { width: 390, height: 844 } });
  await page.getByLabel('Room code').fill(table.code.toLowerCase());
  await page.getByRole('button', { name: 'Go in' }).click();
  assert.match(await page.getByLabel('Your name').inputValue(), /\S+ \S+/, 'a name is given');
  await page.getByRole('button', { name: new RegExp(`^Take this seat.*${country}$`) }).click();
  return page;
}

const fanOf = (where) => where.getByText(/Middle: -?\d+\./).first();

/** Moves a term, and waits until the fan has moved. */
async function moveTerm(page, name) {
  const composer = page.getByTestId('composer');
  const was = await fanOf(composer).textContent();
  const term = composer.locator(`#term-${name}`);
  await term.fill(await term.getAttribute('min'));
  await page.waitForFunction(
    (old) => !document.querySelector('[data-testid=composer]').textContent.includes(old.split(' (')[0]),
    was
  );
}

function isWithinAMinute(what, started) {
  const machine = (performance.now() - started) / 1000;
  const whole = machine + Object.values(patience).reduce((sum, seconds) => sum + seconds, 0);
  console.log(`${what}: ${machine.toFixed(1)} s of the machine, ${whole.toFixed(1)} s with reading`);
  assert.ok(whole < most, `${what}: ${whole.toFixed(1)} s`);
}

test('an offer waits with its fan: one slider moved, the fan moves, accepted', async () => {
  await ready(bo, 'The claim for the line');
  await putOnTable(bo);
  await card(bo, 0).waitFor();

  const started = performance.now();
  const ann = await sitDown('Russia');
  await fanOf(card(ann, 0)).waitFor();
  await shot(ann, 'minute-offer');
  await card(ann, 0).getByRole('button', { name: 'Counter…' }).click();
  await fanOf(ann.getByTestId('composer')).waitFor();
  await moveTerm(ann, 'haircut');
  await ann.getByRole('button', { name: /^Offers/ }).click();
  await card(ann, 0).getByRole('button', { name: 'Accept' }).click();
  await card(ann, 0, 'agreed').waitFor();
  isWithinAMinute('an offer answered', started);
  await shot(ann, 'minute-agreed');
  assert.deepEqual(ann.faults, []);
});

test('an empty table begins with a ready deal, its fan drawn', async () => {
  const started = performance.now();
  const cho = await sitDown('ROK');
  await fanOf(cho.getByTestId('composer')).waitFor(); // nothing has been pressed
  await shot(cho, 'minute-ready');
  await moveTerm(cho, 'price');
  await putOnTable(cho);
  await card(cho, 1).waitFor();
  isWithinAMinute('an offer made', started);
  assert.deepEqual(await faultsOfAccess(cho), [], 'axe');
  assert.deepEqual(cho.faults, []);
});
