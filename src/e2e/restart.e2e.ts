import { expect, test } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

test('a simulator that dies is replaced, the run is there all the same, and people are told what happened', async ({
  page,
}) => {
  let asked = 0;
  await page.route(/simulation-worker-.*\.js$/, async (route) => {
    asked += 1;
    if (asked > 1) return route.continue();
    return route.fulfill({ contentType: 'text/javascript', body: "throw new Error('the worker is out of memory')" });
  });
  const playground = new PlaygroundPage(page);
  await playground.open();
  expect(asked).toBe(2);
  const notice = page.getByRole('alert');
  await expect(notice).toHaveText('The simulator did not answer and was restarted. Your changes are all here.');
  await expect(playground.verdict('One pipe')).toHaveText('22 of 41 words lost');
  const before = await playground.digest();
  await playground.button('Pull the plug').click();
  await playground.digestChangesFrom(before);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toHaveCount(0);
});
