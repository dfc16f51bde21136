import { describe, expect, test } from 'vitest';
import { countOf, readPlaywrightCount, readSizeCount, readVitestCount } from './test-count.ts';

describe('counting tests', () => {
  test('a runner that succeeded is counted as it says', () => {
    expect(countOf({ passed: 3, failed: 0 }, true)).toEqual({ passed: 3, failed: 0 });
  });

  test('a runner that failed without a failing test counts as one failure', () => {
    expect(countOf({ passed: 3, failed: 0 }, false)).toEqual({ passed: 3, failed: 1 });
    expect(countOf({ passed: 3, failed: 2 }, false)).toEqual({ passed: 3, failed: 2 });
  });

  test('a runner that ran nothing counts as one failure, whatever it says', () => {
    expect(countOf({ passed: 0, failed: 0 }, true)).toEqual({ passed: 0, failed: 1 });
  });

  test('a report that is not there has no tests', () => {
    expect(readVitestCount('no-such-report.json')).toEqual({ passed: 0, failed: 0 });
    expect(readPlaywrightCount('no-such-report.json')).toEqual({ passed: 0, failed: 0 });
  });

  test('each size limit counts', () => {
    expect(readSizeCount('[{"name":"a","passed":true},{"name":"b","passed":false}]')).toEqual({ passed: 1, failed: 1 });
  });
});
