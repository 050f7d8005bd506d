// What one can do at the table: answers to offers, moves, words, a parliament, a seat given up.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { card, host, join, put, putOnTable, ready, roundIs, second, setTerm, shot, skip, tab } from './rooms.mjs';
import { browse, serve } from './served.mjs';

let served;
let browser;
let table;
let ann;
let bo;
let duma;
before(async () => {
  served = await serve();
  browser = await browse();
  table = await host(browser, served, { rounds: 4, quarters: 4 });
  ann = await join(browser, served.url, table.code, 'Russia', 'Ann');
  bo = await join(browser, served.url, table.code, 'DPRK', 'Bo');
  duma = await second(browser, served.url, table.code, 'Russia', 'Dina');
  await table.page.getByRole('button', { name: 'Start' }).click();
  for (const page of [ann, bo, duma]) await roundIs(page, 'Round 1 of 4');
});
after(async () => {
  for (const page of [table.page, ann, bo, duma]) assert.deepEqual(page.faults, []);
  await browser?.close();
  assert.equal(await served?.stop(), 0, 'the server ends well');
});

test('a ready deal tells who signs, who can block and what it brings, and is sent', async () => {
  await ready(ann, 'A licence for Rajin');
  const check = ann.getByTestId('composer').getByTestId('check');
  await check.getByText(/^✎ Must sign: (?=.*Russia)(?=.*United States)/).waitFor();
  const composer = ann.getByTestId('composer');
  await composer.getByText(/^In 9 of 10 cases|Middle: -?\d+\. In 9 of 10 cases/).waitFor();
  await composer.getByText('As far as you can tell, the others sign in').waitFor();
  await composer.getByRole('heading', { name: 'The AI seats lean' }).waitFor();
  await shot(ann, 'table-ready');
  await putOnTable(ann);
  // People who sign have all said yes: the policies answer when the round ends.
  await card(ann, 0, 'agreed').waitFor();
  assert.equal(await bo.locator('[data-offer]').count(), 0, 'who does not sign it hears nothing of it');
});

test('an offer is refused, countered and withdrawn', async () => {
  await ready(ann, 'Clear the old claim');
  await setTerm(ann, 'haircut', 0.5);
  await putOnTable(ann);
  await card(bo, 1).getByRole('button', { name: 'Refuse' }).click();
  await ann.getByText('Settled offers (1)').click();
  await card(ann, 1, 'refused').getByText('refused').waitFor();

  await ready(ann, 'Clear the old claim');
  await setTerm(ann, 'haircut', 0.6);
  await putOnTable(ann);
  await card(bo, 2).getByRole('button', { name: 'Counter…' }).click();
  await bo.getByText('Counter to offer 3').waitFor();
  await setTerm(bo, 'haircut', 0.95);
  await bo.getByTestId('composer').getByTestId('check').waitFor();
  await bo.getByRole('button', { name: 'Send the counter-offer' }).click();
  await card(ann, 3).getByText('in answer to offer 3').waitFor();
  await card(ann, 3).getByText('haircut: 0.95').waitFor();
  await shot(ann, 'table-countered');
  await card(ann, 2, 'countered').waitFor({ state: 'attached' });

  await ready(bo, 'The claim for the line');
  await putOnTable(bo);
  await card(ann, 4).waitFor();
  await card(bo, 4).getByRole('button', { name: 'Withdraw' }).click();
  await card(ann, 4, 'withdrawn').waitFor({ state: 'attached' });
  await card(ann, 3).getByRole('button', { name: 'Accept' }).click();
  await card(bo, 3, 'agreed').waitFor();
});

test('acts are marked and unmarked, words go to the press, to all and to one', async () => {
  await tab(bo, 'plans');
  const acts = bo.locator('.acts button');
  assert.ok((await acts.count()) >= 1, 'Pyongyang has acts');
  await acts.first().click();
  await bo.locator('.acts button[aria-pressed=true]').waitFor();
  await bo.locator('[data-tab=plans]').getByText('Plans (1)').waitFor();
  await shot(bo, 'table-plans');
  await acts.first().click();
  await bo.locator('[data-tab=plans]').getByText('Plans (0)').waitFor(); // a test might break talks off

  const chen = await join(browser, served.url, table.code, 'China', 'Chen');
  await tab(chen, 'plans');
  await chen.getByRole('button', { name: /China - DPRK friendship oil line/ }).click();
  await chen.locator('.acts button[aria-pressed=true]').waitFor();
  await chen.context().close(); // what was planned happens all the same

  await put(bo, 'press', 'We ask for nothing but respect.');
  await ann.locator('.press').getByText('We ask for nothing but respect.').waitFor();
  await duma.locator('.press').getByText('We ask for nothing but respect.').waitFor();
  await tab(ann, 'talk');
  await put(bo, 'say', 'good morning to all');
  await ann.getByRole('log').getByText('good morning to all').waitFor();
  await put(bo, 'say', 'between us alone', 'RUS');
  await ann.getByRole('log').getByText('between us alone').waitFor();
  await table.page.getByRole('log').getByText('good morning to all').waitFor();
  for (const page of [table.page, duma]) assert.equal(await page.getByText('between us alone').count(), 0);
  await shot(ann, 'table-talk');
});

test('a treaty waits for a parliament, a refusal has its reason, and one can walk away', async () => {
  await skip(table, ann, 'Round 2 of 4');
  await ann.locator('.lines').getByText('China stopped “China - DPRK friendship oil line”, to the loss of the DPRK.').waitFor();
  await ann.getByTestId('deals').locator('[data-stage=signed]').getByText('State Duma').waitFor();
  await duma.locator('article').getByRole('button', { name: 'Ratify' }).waitFor();
  await shot(duma, 'table-parliament');
  const why = ann.getByTestId('replies').locator('li').first();
  await why.waitFor();
  assert.match(await why.textContent(), /United States.*(holds out|loses|rules|would sign)/s);
  await ann.getByTestId('deals').scrollIntoViewIfNeeded();
  await shot(ann, 'table-replies');

  await tab(ann, 'plans');
  const quiet = ann.getByText(/^\d+ deals that nobody talks about$/);
  assert.equal(await ann.getByRole('button', { name: /^Open talks/ }).count(), 0, 'folded');
  await quiet.click();
  assert.ok((await ann.getByRole('button', { name: /^Open talks/ }).count()) > 3);
  await ann.getByRole('button', { name: 'Walk away: Exemption of one corridor' }).click();
  await ann.locator('[data-tab=plans]').getByText('Plans (1)').waitFor();
  await skip(table, ann, 'Round 3 of 4');
  await ann.locator('.lines').getByText('Talks on “Exemption of one corridor” broke off.').waitFor();
  await ann.getByTestId('deals').locator('[data-stage=signed]').waitFor(); // nobody has voted: it waits
  await duma.getByRole('button', { name: 'Ratify' }).click();
  await duma.locator('button[aria-pressed=true]').getByText('Ratify').waitFor();
  await skip(table, ann, 'Round 4 of 4');
  await ann.getByTestId('deals').locator('[data-stage=in_force]').waitFor();
  await duma.getByText('Nothing lies before you now.').waitFor();
});

test('who falls silent is warned: at a seat and in a parliament', async () => {
  // A minute of silence is long: the server's words are changed on their way.
  const tell = (page, seat) => {
    page.change = (told) =>
      told.type === 'room' ? { ...told, seats: told.seats.map((s) => ({ ...s, ...(s.country === seat.country ? seat : {}) })) } : told;
    return page.reload();
  };
  await tell(bo, { country: 'PRK', standing: 'silent' });
  await bo.getByRole('alert').getByText('Nothing was heard from you for a minute').waitFor();
  await bo.getByRole('button', { name: 'I am here' }).click();
  await tell(duma, { country: 'RUS', parliament: { name: 'Dina', standing: 'away' } });
  await duma.getByRole('alert').getByText('The AI plays your seat while you are silent').waitFor();
  await duma.getByText('parliament: Dina · ◇ away, AI plays').waitFor();
});

test('a seat is given up', async () => {
  await ann.getByRole('button', { name: 'Leave this seat' }).click();
  await ann.getByRole('button', { name: 'Leave this seat: Really' }).click();
  await ann.getByLabel('Room code').waitFor();
  assert.equal(await ann.evaluate(() => sessionStorage.getItem('room.seat')), null);
});
