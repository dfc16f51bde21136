import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { PlaygroundPage } from './playground-page.ts';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };
const THEMES = ['light', 'dark', 'projector'] as const;

interface Screen {
  readonly name: string;
  readonly open: (playground: PlaygroundPage) => Promise<unknown>;
  /** What of the page is new with it, and has to be there before it is judged. */
  readonly part: string;
  readonly close: (playground: PlaygroundPage) => Promise<unknown>;
}

const pressEscape = ({ page }: PlaygroundPage) => page.keyboard.press('Escape');

function panel(id: string, ready: string): Screen {
  const toggle = ({ page }: PlaygroundPage) => page.locator(`.dock-button[data-panel="${id}"]`).click();
  return { name: `the panel ${id}`, open: toggle, part: `.dock-panel:has(${ready})`, close: toggle };
}

function opened(name: string, button: string | RegExp, part: string): Screen {
  return { name, open: (playground) => playground.button(button).first().click(), part, close: pressEscape };
}

const HOME: Screen = { name: 'home', open: async () => undefined, part: '.playground', close: async () => undefined };

const SCREENS: readonly Screen[] = [
  HOME,
  opened('a broken promise', /^G1 complete: broken/, '[role=dialog]:has(.cause)'),
  opened('what held', /guarantees held/, '[role=dialog]:has(.held-list)'),
  opened('the options of a lane', 'Options of One pipe', '[role=dialog]:has(.option)'),
  opened('the scenarios', /^Scenario:/, '[role=menu]'),
  opened('the themes', /^Theme:/, '[role=menu]'),
  opened('what can be added', /^Add to Network/, '[role=menu]'),
  opened('the link', 'Share this moment', '[role=dialog]:has(textarea)'),
  opened('files and links', 'Files and links', '[role=dialog]:has(.file-row)'),
  opened('keys and marks', 'Keys and marks', '[role=dialog]:has(kbd)'),
  panel('why', '.dock-body :is(h3, ol, p)'),
  panel('branches', '.dock-body :is(li, p)'),
  panel('score', 'table'),
  panel('file', '.dock-body :is(.cm-editor, textarea)'),
];

/** A wounded word, so that the panel that says why has something to say. */
async function chooseWord({ page }: PlaygroundPage): Promise<void> {
  await page.locator('.word-gap').first().click();
  await expect(page.locator('.dock-panel ol').first()).toBeVisible();
  await page.getByRole('button', { name: 'Close Why' }).click();
}

async function openIn(page: Page, theme: (typeof THEMES)[number]): Promise<PlaygroundPage> {
  await page.addInitScript((kept) => localStorage.setItem('pull-the-plug.theme', kept), theme);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const playground = new PlaygroundPage(page);
  await playground.open();
  return playground;
}

async function judge(page: Page, part: string): Promise<readonly (readonly string[])[]> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
}

for (const theme of THEMES) {
  test(`nothing is in the way of anybody on any screen, ${theme}`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.setViewportSize(WIDE);
    const playground = await openIn(page, theme);
    await chooseWord(playground);
    for (const screen of SCREENS) {
      await test.step(screen.name, async () => {
        await screen.open(playground);
        await expect(page.locator(screen.part).first()).toBeVisible();
        expect(await judge(page, screen.part), screen.name).toEqual([]);
        await screen.close(playground);
        if (screen !== HOME) await expect(page.locator(screen.part)).toHaveCount(0);
      });
    }
  });

  test(`nothing is in the way of anybody on a phone, ${theme}`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.setViewportSize(PHONE);
    const playground = await openIn(page, theme);
    for (const screen of [HOME, panel('score', 'table')]) {
      await screen.open(playground);
      await expect(page.locator(screen.part).first()).toBeVisible();
      expect(await judge(page, screen.part), screen.name).toEqual([]);
    }
  });
}

test('on a phone nothing is wider than the screen, and a switch brings each lane to the front', async ({ page }) => {
  await page.setViewportSize(PHONE);
  const playground = new PlaygroundPage(page);
  await playground.open();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await expect(playground.lane('Session')).toBeHidden();
  await page.getByRole('radio', { name: /^Session/ }).click();
  await expect(playground.lane('Session')).toBeVisible();
  await expect(playground.lane('One pipe')).toBeHidden();
});

test('in colours of people’s own every mark of the stage still has a shape', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const playground = new PlaygroundPage(page);
  await playground.open();
  const hole = page.locator('.word-missing').first();
  await expect(hole).toHaveCSS('outline-style', 'dashed');
  await expect(page.locator('.pull')).toHaveCSS('border-top-style', 'solid');
  await expect(page.locator('.lane-toggle[data-selected] .lane-toggle-track').first()).toHaveCSS(
    'forced-color-adjust',
    'none',
  );
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: PHONE });

  test('the plug is pulled and the outcome changes, without a keyboard', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    const before = await playground.digest();
    await playground.button('Pull the plug').tap();
    await playground.digestChangesFrom(before);
    await playground.button('Pause').tap();
    await playground.button(/^Undo: drop/).tap();
    await expect(playground.root).toHaveAttribute('data-digest', before);
  });

  test('every control is large enough for a finger, and the main ones for a thumb at the bottom', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    const small = await page.evaluate(() =>
      Array.from(
        // Words of an answer stand in a line of text, as links do.
        document.querySelectorAll('button, select, input, a[href], [role=slider], [role=switch], label:has(input)'),
      ).flatMap((element) => {
        const target = element.closest('label') ?? element;
        const { width, height } = target.getBoundingClientRect();
        const isShown = target.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
        const name = element.getAttribute('aria-label') ?? element.textContent;
        return isShown && Math.min(width, height) < 24 ? [`${name}: ${width} × ${height}`] : [];
      }),
    );
    expect(small).toEqual([]);
    for (const name of ['Pull the plug', 'Play', 'To the event before', 'To the next event']) {
      const box = await page.getByRole('button', { name, exact: true }).boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0), name).toBeGreaterThanOrEqual(44);
      expect((box?.y ?? 0) + (box?.height ?? 0), name).toBeLessThanOrEqual(PHONE.height);
      expect(box?.y ?? 0, `${name} is in the reach of a thumb`).toBeGreaterThan(PHONE.height / 2);
    }
    for (const name of ['Drop the connection at the playhead', 'Press stop at the playhead', 'Keys and marks']) {
      const box = await page.getByRole('button', { name, exact: true }).boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0), name).toBeGreaterThanOrEqual(44);
    }
  });
});
