// What the host does: clock, news, seats, a way back, the end, and what is taken home.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { card, host, join, open, put, putOnTable, ready, roundIs, shot, skip } from './rooms.mjs';
import { browse, serve } from './served.mjs';

let served;
let browser;
let table;
let desk;
let bo;
let screen;
before(async () => {
  served = await serve();
  browser = await browse();
  table = await host(browser, served, { rounds: 3, quarters: 4 });
  desk = table.page;
  bo = await join(browser, served.url, table.code, 'DPRK', 'Bo');
  screen = await open(browser, `${served.url}screen#${table.code}`, { viewport: { width: 1920, height: 1080 } });
  await desk.getByRole('button', { name: 'Start' }).click();
  await roundIs(bo, 'Round 1 of 3');
});
after(async () => {
  for (const page of [desk, bo, screen]) assert.deepEqual(page.faults, []);
  await browser?.close();
  assert.equal(await served?.stop(), 0, 'the server ends well');
});

const press = (name) => desk.getByRole('button', { name, exact: true }).click();
/** A button that asks before it acts. */
async function surely(name) {
  await press(name);
  await press(`${name}: Really? Press again`);
}
const clock = (page) => page.getByRole('timer');

test('the clock stands, goes on, and has a minute more', async () => {
  await press('Pause');
  for (const page of [desk, bo, screen]) await clock(page).getByText(/paused, (4:5\d|5:00) left/).waitFor();
  await press('+1 minute');
  for (const page of [desk, bo, screen]) await clock(page).getByText(/paused, (5:5\d|6:00) left/).waitFor();
  const stood = await clock(bo).textContent();
  await bo.waitForTimeout(1200);
  assert.equal(await clock(bo).textContent(), stood);
  await press('Go on');
  await clock(bo).getByText(/^[^p]*\d:\d\d left/).waitFor();
});

test('news come from outside, and words from the host reach the wall', async () => {
  const tell = async (kind, headline, fill = async () => {}) => {
    const form = desk.getByTestId('inject');
    await form.getByLabel('News from outside').selectOption(kind);
    await fill(form);
    await form.getByLabel('Headline').fill(headline);
    await form.getByRole('button').click();
    for (const page of [desk, bo, screen]) await page.locator('.lines').getByText(headline).waitFor();
  };
  const oil = async () => Number(/(\d+) USD/.exec(await screen.getByText('Oil (Brent)').textContent())[1]);
  const dear = await oil();
  await tell('oil_price', 'Oil falls to a quarter', (form) => form.getByLabel('Oil price times').fill('0.25'));
  await tell('test', 'Tremors in the north', (form) => form.getByLabel('Country').selectOption('PRK'));
  await tell('government', 'A new cabinet in Seoul', async (form) => {
    await form.getByLabel('Country').selectOption('KOR');
    await form.getByLabel('Its line').selectOption({ index: 1 });
  });
  await tell('text', 'Rain in Khabarovsk');
  await put(desk, 'say', 'Five minutes, please decide');
  await screen.getByText('Five minutes, please decide').waitFor();
  await shot(desk, 'host-console');
  await skip(table, bo, 'Round 2 of 3');
  for (const page of [desk, bo, screen]) await page.locator('.lines').getByText('The DPRK tested a weapon.').first().waitFor();
  assert.ok((await oil()) < 0.75 * dear, `oil was ${dear}, is ${await oil()}`);
  await screen.locator('.lines').getByText('A new government in the ROK').waitFor();
});

test('the way back to the first round is a branch', async () => {
  await ready(bo, 'A pier for China');
  await putOnTable(bo);
  await card(bo, 0).waitFor();
  await desk.getByLabel('Rewind').selectOption('1');
  await surely('Rewind');
  for (const page of [desk, bo, screen]) {
    await roundIs(page, 'Round 1 of 3');
    await page.getByText('branch 1', { exact: true }).waitFor();
  }
  assert.equal(await bo.locator('[data-offer]').count(), 0, 'what lay on the table is gone');
  await ready(bo, 'A pier for China');
  await putOnTable(bo);
  await card(bo, 0).waitFor();
  await skip(table, bo, 'Round 2 of 3');
});

test('files have what all may see, at any time', async () => {
  const take = async (name) => {
    const download = desk.waitForEvent('download');
    await press(name);
    const file = await download;
    assert.equal(file.suggestedFilename(), `${table.code}-${name}`);
    return readFileSync(await file.path(), 'utf8');
  };
  const room = JSON.parse(await take('room.json'));
  assert.equal(room.code, table.code);
  assert.equal(room.branch, 1);
  assert.equal(room.seats.length, 6);
  const events = await take('events.csv');
  assert.match(events, /^what,date,round,from,text\r?\n/);
  assert.match(events, /message,,1,host,.*Five minutes/);
  assert.match(await take('deals.csv'), /^name,title,stage,by,signers,terms\r?\n/);
});

test('a seat is handed to the policies, and the end brings the debrief to all', async () => {
  await surely('Hand DPRK to the AI');
  await desk.locator('[data-country=PRK][data-standing=free]').waitFor();
  await bo.getByRole('heading', { name: 'Take a seat' }).waitFor();
  await surely('End the game: debrief');
  for (const page of [desk, bo, screen]) await page.getByTestId('debrief').waitFor();
  assert.equal(await desk.getByRole('button', { name: 'End the round now' }).count(), 0);
});
