import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { branchRows, foldRows, lineageOf } from './branch-rows.ts';
import type { BranchNode, Row } from './branch-rows.ts';

/** `[null, 0, 0]`: node 1 and node 2 grew from node 0. */
const nodesOf = (parents: readonly (number | null)[]): readonly BranchNode[] =>
  parents.map((parent, id) => ({ id, parent }));

/** The rails as characters: `●` the node, `│` a line that passes, `├` one that a branch leaves, `…` what is folded. */
function draw(rows: readonly Row<BranchNode>[]): readonly string[] {
  return rows.map((row) => {
    const columns = Array.from({ length: row.column + 1 }, (_, column) => {
      if (column === row.column) return row.kind === 'folded' ? '…' : '●';
      if (row.kind === 'node' && column === row.from) return '├';
      return row.passes.includes(column) ? '│' : ' ';
    });
    return `${columns.join('')} ${row.kind === 'folded' ? row.count : row.node.id}`;
  });
}

const drawAll = (parents: readonly (number | null)[], current: number) =>
  branchRows(nodesOf(parents), current).map((rows) => draw(rows));

const arbitraryNodes = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), { maxLength: 60 })
  .map((at) => nodesOf([null, ...at.map((fraction, index) => Math.floor(fraction * (index + 1)))]));

describe('the rows of a tree of edits', () => {
  test('go straight down without a fork', () => {
    expect(drawAll([null, 0, 1], 2)).toEqual([['● 0', '● 1', '● 2']]);
  });

  test('put a branch beside the edits that were there, right below where it began', () => {
    expect(drawAll([null, 0, 1, 0, 3, 0], 4)).toEqual([['● 0', '├● 5', '├● 3', '│● 4', '● 1', '● 2']]);
  });

  test('keep the line of an outer fork beside an inner one', () => {
    expect(drawAll([null, 0, 0, 2, 2], 0)).toEqual([['● 0', '├● 2', '│├● 4', '│● 3', '● 1']]);
  });

  test('begin with the scenario that people are on', () => {
    expect(drawAll([null, 0, null, 2], 3)).toEqual([
      ['● 2', '● 3'],
      ['● 0', '● 1'],
    ]);
  });

  test('hold every node once, a parent before its children, and no line that ends in nothing', () => {
    fc.assert(
      fc.property(arbitraryNodes, (nodes) => {
        const rows = branchRows(nodes, 0).flat();
        const at = new Map(rows.map(({ node }, index) => [node.id, index]));
        expect(at.size).toBe(nodes.length);
        for (const [index, { node, column, from, passes, goesOn }] of rows.entries()) {
          expect(goesOn).toBe(nodes.some(({ parent }) => parent === node.id));
          if (node.parent === null) continue;
          expect(at.get(node.parent)).toBeLessThan(index);
          expect(rows[at.get(node.parent) ?? -1]?.column).toBe(from);
          expect(passes.every((pass) => pass < column)).toBe(true);
          // A line that passes leads to a later row of that column, with nothing but lines in between.
          for (const pass of passes)
            expect(rows.slice(index + 1).find((later) => later.column <= pass)?.column).toBe(pass);
        }
      }),
    );
  });
});

describe('folding', () => {
  const chain = branchRows(nodesOf([null, 0, 1, 2, 3, 4, 5, 6]), 0)[0] ?? [];

  test('hides a long stretch without a fork behind its number', () => {
    expect(draw(foldRows(chain, () => false, new Set()))).toEqual(['● 0', '… 6', '● 7']);
  });

  test('leaves what is to be seen, and stretches that people opened', () => {
    expect(draw(foldRows(chain, ({ id }) => id === 6, new Set()))).toEqual(['● 0', '… 5', '● 6', '● 7']);
    expect(draw(foldRows(chain, () => false, new Set([1])))).toEqual(draw(chain));
  });

  test('leaves every fork in sight', () => {
    const forked = branchRows(nodesOf([null, 0, 1, 2, 3, 4, 5, 6, 5]), 8)[0] ?? [];
    expect(draw(foldRows(forked, ({ id }) => id === 8, new Set()))).toEqual([
      '● 0',
      '… 4',
      '● 5',
      '├● 8',
      '● 6',
      '● 7',
    ]);
  });
});

test('the lineage of an edit leads back to what was opened', () => {
  expect([...lineageOf(nodesOf([null, 0, 0, 2]), 3)]).toEqual([3, 2, 0]);
});
