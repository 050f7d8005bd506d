// Every state of the pages of rooms: three widths, two languages, axe, and a picture of each; the table in all five.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { card, faultsOfAccess, fits, host, join, open, putOnTable, ready, roundIs, second, shot, skip, speak, tab } from './rooms.mjs';
import { browse, serve } from './served.mjs';

const both = ['en', 'ko'];
let served;
let browser;
let table;
let ann;
let bo;
let duma;
let screen;
before(async () => {
  served = await serve();
  browser = await browse();
});
after(async () => {
  for (const page of [table?.page, ann, bo, duma, screen]) assert.deepEqual(page?.faults, []);
  await browser?.close();
  assert.equal(await served?.stop(), 0, 'the server ends well');
});

test('before the game: forms and seat cards', async () => {
  const form = await open(browser, `${served.url}join`);
  await form.getByLabel('Room code').waitFor();
  await fits(form, 'join-form', both);
  await form.context().close();
  const opening = await open(browser, served.hostUrl);
  await opening.getByLabel('Scenario').locator('option').nth(1).waitFor({ state: 'attached' });
  await fits(opening, 'host-form', both);
  await opening.context().close();

  table = await host(browser, served);
  const cards = await open(browser, `${served.url}join#${table.code}`);
  await cards.getByRole('heading', { name: 'Take a seat' }).waitFor();
  await fits(cards, 'seat-cards', both);
  await cards.context().close();
  screen = await open(browser, `${served.url}screen#${table.code}`);
  await screen.getByText(table.code).first().waitFor();
  await fits(screen, 'screen-lobby');
});

test('in the game: table, composer, parliament, console and wall', async () => {
  ann = await join(browser, served.url, table.code, 'Russia', 'Ann');
  bo = await join(browser, served.url, table.code, 'DPRK', 'Bo');
  duma = await second(browser, served.url, table.code, 'Russia', 'Dina');
  await table.page.getByRole('button', { name: 'Start' }).click();
  await roundIs(ann, 'Round 1');
  await ready(ann, 'Clear the old claim');
  await fits(ann, 'composer', both);
  await putOnTable(ann);
  await card(bo, 0).waitFor();
  await fits(bo, 'table', both);
  await card(bo, 0).getByRole('button', { name: 'Accept' }).click();
  await card(ann, 0, 'agreed').waitFor();
  await skip(table, ann, 'Round 2');
  await duma.getByRole('button', { name: 'Ratify' }).waitFor();
  await fits(duma, 'parliament', both);
  await fits(table.page, 'console', both);
});

test('the wall tells public chances in so many of 100', async () => {
  const rows = screen.getByTestId('chances').locator('li');
  await rows.first().waitFor({ timeout: 30_000 }); // counted when the round has ended
  await screen.getByText('Write-off of an old claim is in force and kept').waitFor();
  await screen.setViewportSize({ width: 1920, height: 1080 });
  const size = await rows.first().evaluate((row) => parseFloat(getComputedStyle(row).fontSize));
  assert.ok(size >= 22, `${size} px can be read from the last row`);
  await fits(screen, 'screen', both);

  // What the server says, changed on its way: deals first, then corridors by how often they come, none that never do.
  screen.change = (told) => {
    if (told.type !== 'room' || !told.chances) return told;
    const deals = Object.fromEntries(told.world.deals.map((deal) => [deal.name, 71]));
    return { ...told, chances: { ...told.chances, deals, corridors: { trans_korean_gas: 12, khasan_rajin: 34, rason_port: 0 } } };
  };
  await screen.reload(); // the tab is in its room still
  await rows.first().waitFor();
  const told = await rows.locator('strong').allTextContents();
  assert.deepEqual(told.filter((words) => words !== '71 of 100'), ['34 of 100', '12 of 100']);
  assert.equal(told[0], '71 of 100');
});

test('a phone shows one part of the table at a time', async () => {
  await ann.setViewportSize({ width: 390, height: 844 });
  const isSeen = async () => {
    const parts = ['#table-title', '#map-title', '#seats-title', '#news-title'];
    return Promise.all(parts.map((part) => ann.locator(part).isVisible()));
  };
  assert.deepEqual(await isSeen(), [true, false, false, false], 'the table first');
  for (const [k, name] of ['Map', 'Seats', 'News'].entries()) {
    await ann.getByRole('navigation').getByRole('button', { name }).click();
    assert.deepEqual(await isSeen(), [false, k === 0, k === 1, k === 2], name);
    assert.deepEqual(await faultsOfAccess(ann), [], `axe, phone, ${name}`);
    await shot(ann, `phone-${name.toLowerCase()}`);
  }
  await ann.getByRole('navigation').getByRole('button', { name: 'Table' }).click();
});

test('the table speaks five languages', async () => {
  await ann.setViewportSize({ width: 1366, height: 768 });
  for (const name of ['talk', 'plans', 'compose']) {
    await tab(ann, name);
    assert.deepEqual(await faultsOfAccess(ann), [], `axe, ${name}`);
  }
  const said = new Set();
  for (const code of ['ja', 'zh', 'ru', 'ko', 'en']) {
    await speak(ann, code);
    said.add(await ann.locator('#brief-title').textContent());
    if (code === 'ko') await ann.getByRole('button', { name: '“오래된 채권 정리” 쓰기' }).waitFor(); // a title of the engine
    assert.deepEqual(await faultsOfAccess(ann), [], `axe, ${code}`);
    await shot(ann, `room-${code}`);
  }
  assert.equal(said.size, 5);
});
