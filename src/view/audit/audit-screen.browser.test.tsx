import { beforeEach, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { audit } from 'virtual:audit';
import { PRICE_FACTS } from '../../scenario/price-facts.ts';
import { readAuditFile, writeAuditFile } from '../../scenario/audit/audit-file.ts';
import { simulate } from '../../sim/simulate.ts';
import type { SitePorts } from '../shell/site-ports.ts';
import type { AuditPorts } from './audit-ports.ts';
import { AuditScreen } from './audit-screen.tsx';

const PORTS: AuditPorts = {
  loadAudit: () => Promise.resolve(audit),
  priceFacts: PRICE_FACTS,
  simulate: (scenario) => Promise.resolve(simulate(scenario)),
  writeFile: (state) => Promise.resolve(writeAuditFile(state)),
  readFile: (text, name, terms) => Promise.resolve(readAuditFile(text, name, terms)),
};

/** The screen reads no other ports. */
const open = (parts: Partial<AuditPorts>, hash = '#/audit') =>
  render(<AuditScreen ports={{ audit: { ...PORTS, ...parts } } as SitePorts} hash={hash} />);

beforeEach(() => localStorage.clear());

describe('the audit on the page', () => {
  test('a page that cannot be reached says so, and trying again opens it', async () => {
    let attempts = 0;
    const loadAudit = () => ((attempts += 1) === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(audit));
    const screen = await open({ loadAudit });
    await expect.element(screen.getByText(/^Unable to open the audit; the page could not be reached/)).toBeVisible();
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByRole('group', { name: 'What is stuck?' })).toBeVisible();
  });

  test('a bill that cannot be reckoned says why, takes nothing else away, and is reckoned when tried again', async () => {
    let isBroken = true;
    const refuse: AuditPorts['simulate'] = (scenario) =>
      isBroken ? Promise.reject(new Error('the simulator was closed')) : PORTS.simulate(scenario);
    const screen = await open({ simulate: refuse }, '#/audit?a=fit.product,stop.no-need');
    await expect.element(screen.getByText(/^Unable to reckon the bill; the simulator was closed\./)).toBeVisible();
    await expect.element(screen.getByRole('heading', { name: 'SSE is enough' })).toBeVisible();
    isBroken = false;
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByRole('row', { name: /^all of it/ })).toBeVisible();
  });

  test('of two bills that were asked for, the newer one stays, also when the older one comes after it', async () => {
    const late: (() => void)[] = [];
    const slowAtFirst: AuditPorts['simulate'] = (scenario) =>
      scenario.agent.words.length === 300
        ? new Promise((resolve) => late.push(() => resolve(simulate(scenario))))
        : PORTS.simulate(scenario);
    const screen = await open({ simulate: slowAtFirst }, '#/audit?a=fit.product');
    await screen.getByRole('textbox', { name: 'words' }).fill('100');
    await screen.getByRole('textbox', { name: 'pace' }).click();
    const sum = screen.getByRole('row', { name: /^all of it/ });
    await expect.element(sum).toBeVisible();
    const text = sum.element().textContent;
    late.forEach((settle) => settle());
    await expect
      .element(screen.getByRole('region', { name: 'The bill by lane' }))
      .toHaveAttribute('aria-busy', 'false');
    expect(sum.element().textContent).toBe(text);
  });
});
