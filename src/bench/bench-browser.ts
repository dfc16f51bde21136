/** A page of this repository in a browser, for figures that only a browser can give. */

import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { browserLaunch } from '../../tools/browser.ts';

/** Opens `address` in a browser of its own, measures, and closes the browser whatever happens. */
export async function inBrowser<T>(address: string, measure: (page: Page) => Promise<T>): Promise<T> {
  const browser = await chromium.launch(browserLaunch());
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(address);
    return await measure(page);
  } finally {
    await browser.close();
  }
}
