// Rooms as a class meets them: host, two people, four seats that the policies play.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import {
  answerQuiz, composeWriteOff, faultsOfAccess, fits, host, join, open, printsWhole, putOnTable, ready, roundIs, shot, speak, tab
} from './rooms.mjs';
import { browse, serve } from './served.mjs';

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

const close = (...pages) => Promise.all(pages.map((page) => page.context().close()));

test('two people and four seats of the policies play five rounds to the debrief', async () => {
  const table = await host(browser, served);
  const screen = await open(browser, `${served.lanUrl}screen#${table.code}`, { viewport: { width: 1920, height: 1080 } });
  // Under a name that is no secure context, as on a school's network.
  const ann = await join(browser, served.lanUrl, table.code, 'Russia', 'Ann');
  assert.equal(await ann.evaluate(() => isSecureContext), false);
  const bo = await join(browser, served.lanUrl, table.code, 'DPRK', 'Bo');
  await ann.getByText('Bo', { exact: true }).waitFor();
  for (const [page, where] of [[table.page, 'host'], [screen, 'screen'], [ann, 'lobby']]) {
    assert.deepEqual(await faultsOfAccess(page), [], `axe, ${where}`);
  }

  for (const page of [ann, bo]) await answerQuiz(page, 'before');

  await table.page.getByRole('button', { name: 'Start' }).click();
  await roundIs(ann, 'Round 1 of 5');
  await composeWriteOff(ann);
  assert.deepEqual(await faultsOfAccess(ann), [], 'axe, composer');
  await putOnTable(ann);
  await bo.locator('[data-offer="0"]').waitFor();
  assert.deepEqual(await faultsOfAccess(bo), [], 'axe, offer');
  assert.equal(await screen.getByText('Write-off of an old claim').count(), 0, 'offers are no news for the wall');
  await bo.locator('[data-offer="0"]').getByRole('button', { name: 'Accept' }).click();
  await ann.locator('[data-offer="0"][data-stage=agreed]').waitFor();

  await tab(ann, 'talk');
  await ann.getByTestId('say').locator('select').selectOption('PRK');
  await ann.getByTestId('say').locator('input').fill('just us two');
  await ann.getByTestId('say').getByRole('button').click();
  await tab(bo, 'talk');
  await bo.getByText('just us two').waitFor();
  assert.equal(await screen.getByText('just us two').count(), 0);

  for (let round = 1; round <= 5; ++round) {
    await roundIs(ann, `Round ${round} of 5`);
    await table.page.getByTestId('skip').click();
    await roundIs(ann, round < 5 ? `Round ${round + 1} of 5` : 'Debrief');
    if (round === 2) {
      const dates = await screen.locator('.lines .date').allTextContents();
      assert.ok(new Set(dates).size > 1, 'signed in one round, ratified in the next');
      assert.deepEqual(dates, dates.toSorted().reverse(), 'the newest first');
      await ready(ann, 'Gas through the peninsula');
      await shot(ann, 'room-table');
      await shot(screen, 'room-screen');
      await shot(table.page, 'room-host');
    }
  }
  await answerQuiz(ann, 'after');
  await ann.getByTestId('scores').waitFor({ timeout: 90_000 }); // a thousand futures without people
  for (const [page, where] of [[table.page, 'host'], [screen, 'screen'], [ann, 'seat'], [bo, 'other seat']]) {
    await page.getByTestId('debrief').waitFor();
    assert.deepEqual(page.faults, [], where);
  }
  assert.equal(await ann.locator('#questions-title + ol > li').count(), 5);
  assert.equal(await ann.getByTestId('scores').locator('tbody tr').count(), 6);
  const lane = ann.getByTestId('lanes').locator('[data-lane="Write-off of an old claim"]');
  assert.match(await lane.textContent(), /✎ signed 2011 Q1/);
  await fits(ann, 'debrief', ['en', 'ko']);
  await speak(ann, 'ko');
  assert.match(await lane.textContent(), /✎ 서명 2011 Q1/);
  await speak(ann, 'en');
  await shot(ann, 'room-debrief', { fullPage: true });
  await fits(table.page, 'debrief-host');
  await fits(screen, 'debrief-screen');
  await printsWhole(ann, 'debrief');
  await printsWhole(table.page, 'debrief-host');
  const download = bo.waitForEvent('download');
  await bo.getByRole('button', { name: 'deals.csv' }).click();
  assert.match(readFileSync(await (await download).path(), 'utf8'), /Write-off of an old claim.*room,/);
  assert.deepEqual([...ann.asked], [new URL(served.lanUrl).host], 'nobody else is asked');
  await close(table.page, screen, ann, bo);
});

test('a lost connection comes back, with the draft and the answer that was under way', async () => {
  const table = await host(browser, served);
  const ann = await join(browser, served.url, table.code, 'Russia', 'Ann');
  const bo = await join(browser, served.url, table.code, 'DPRK', 'Bo');
  await table.page.getByRole('button', { name: 'Start' }).click();
  await roundIs(ann, 'Round 1');
  await composeWriteOff(ann);
  await ann.cut();
  await ann.mend();
  assert.equal(await ann.locator('[data-role=debtor]').inputValue(), 'PRK', 'the draft is still there');
  await putOnTable(ann);
  await bo.locator('[data-offer="0"]').waitFor();

  await bo.cut();
  await bo.locator('[data-offer="0"]').getByRole('button', { name: 'Accept' }).click();
  await bo.mend();
  await ann.locator('[data-offer="0"][data-stage=agreed]').waitFor({ timeout: 20_000 });

  await bo.reload(); // the tab keeps its seat
  await bo.getByRole('heading', { name: 'Your brief: DPRK' }).waitFor();
  await close(table.page, ann, bo);
});

test('rooms are joined, offered in and answered by keyboard alone', async () => {
  const table = await host(browser, served);
  const ann = await open(browser, `${served.url}join`);
  const reach = async (page, what) => {
    for (let k = 0; k < 200; ++k) {
      if (await page.evaluate((selector) => document.activeElement?.matches(selector), what)) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`Tab does not reach ${what}`);
  };
  await reach(ann, 'form input');
  await ann.keyboard.type(table.code.toLowerCase());
  await ann.keyboard.press('Enter');
  await ann.getByRole('heading', { name: 'Take a seat' }).waitFor();
  await reach(ann, '.card.RUS button');
  await ann.keyboard.press('Enter');
  await ann.getByRole('heading', { name: 'Your brief: Russia' }).waitFor();
  const bo = await join(browser, served.url, table.code, 'DPRK', 'Bo');
  await table.page.getByRole('button', { name: 'Start' }).click();
  await roundIs(ann, 'Round 1');
  await reach(ann, '[data-tab=compose]');
  await ann.keyboard.press('Enter');
  await reach(ann, '[data-testid=composer] select');
  await ann.keyboard.type('Rescheduling');
  await reach(ann, '[data-role=debtor]');
  await ann.keyboard.type('DPRK');
  await reach(ann, '[data-thing=debt]');
  await ann.keyboard.press('ArrowDown');
  await ann.getByTestId('composer').getByTestId('check').waitFor();
  await reach(ann, '[data-testid=composer] input[type=range]');
  const term = ann.locator('[data-testid=composer] input[type=range]').first();
  const was = await term.inputValue();
  await ann.keyboard.press('ArrowLeft');
  assert.notEqual(await term.inputValue(), was);
  await reach(ann, '[data-testid=composer] button.main');
  await ann.keyboard.press('Enter');
  await bo.locator('[data-offer="0"]').waitFor();
  await reach(bo, '[data-offer="0"] button.main');
  await bo.keyboard.press('Enter');
  await ann.locator('[data-offer="0"][data-stage=agreed]').waitFor();
  await close(table.page, ann, bo);
});

test('a wrong code is told, and a newer tab takes the seat', async () => {
  const stranger = await open(browser, `${served.url}join#KKKKKK`);
  await stranger.getByRole('alert').getByText('no room').waitFor();
  await stranger.getByLabel('Room code').waitFor();
  const table = await host(browser, served);
  const ann = await join(browser, served.url, table.code, 'Russia', '<b>Ann</b>');
  await table.page.getByText('<b>Ann</b>').waitFor(); // text, never markup
  const token = await ann.evaluate(() => sessionStorage.getItem('room.seat'));
  const newer = await ann.context().newPage();
  await newer.addInitScript((kept) => sessionStorage.setItem('room.seat', kept), token);
  await newer.goto(`${served.url}join`);
  await newer.getByRole('heading', { name: 'Your brief: Russia' }).waitFor();
  await ann.getByText('open in a newer tab').waitFor();
  await table.page.getByRole('button', { name: 'Hand Russia to the AI' }).click();
  await table.page.getByRole('button', { name: 'Hand Russia to the AI: Really' }).click();
  await newer.getByRole('heading', { name: 'Take a seat' }).waitFor();
  await close(table.page, ann, stranger);
});
