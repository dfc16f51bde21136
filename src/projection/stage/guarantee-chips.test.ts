import { expect, test } from 'vitest';
import { runNamed } from '../../testing/home-run.ts';
import { scenarioRuns } from '../../testing/scenario-runs.ts';
import { guaranteeTable } from '../scorecard/guarantee-table.ts';
import { createStageReader } from './stage-reader.ts';

test('a promise that nothing in the run tried is not shown as held, and says why', () => {
  const chips = createStageReader(runNamed('nothing-goes-wrong')).heads[0]?.chips ?? [];
  const untested = chips.flatMap(({ id, untested: reason }) => (reason === null ? [] : [`${id}: ${reason}`]));
  expect(untested).toContain('G5: nobody pressed stop while an answer was due');
  expect(untested).toContain('G6: no link broke while an answer was written');
  expect(chips.find(({ id }) => id === 'G1')?.untested).toBeNull();
});

test.each(scenarioRuns())('the chips of $id say what the scorecard says', ({ run }) => {
  const { heads } = createStageReader(run);
  for (const row of guaranteeTable(run)) {
    for (const cell of row.cells) {
      const chips = heads.find(({ name }) => name === cell.lane)?.chips;
      const chip = chips?.find(({ id }) => id === row.id) ?? expect.fail(`${cell.lane} has no chip of ${row.id}`);
      const kind = chip.broken !== null ? 'broken' : chip.untested !== null ? 'untested' : 'held';
      expect(kind).toBe(cell.state);
    }
  }
});
