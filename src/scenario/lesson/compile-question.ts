/** A question of a lesson to what asks it: its text parsed, the place of its answer resolved. */

import { assertNever } from '../../base/assert.ts';
import { checkClaims } from '../check.ts';
import type { FieldPath } from '../scenario-problem.ts';
import type { ChoiceQuestion, Question, ValuePath, ValueType } from './lesson-data.ts';
import { MAIN_RUN } from './lesson-data.ts';
import type { LessonReader } from './lesson-reader.ts';
import type { ChoiceEntry, QuestionEntry, QuestionUnit } from './question-schema.ts';
import { parseValuePath } from './value-path.ts';

const UNIT_TYPES: Readonly<Record<QuestionUnit, ValueType>> = {
  words: 'count',
  messages: 'count',
  runs: 'count',
  connections: 'count',
  ms: 'ms',
  seconds: 'ms',
  percent: 'part',
};

/** `null` when it has a problem, which the reader keeps. */
export function compileQuestion(entry: QuestionEntry, path: FieldPath, reader: LessonReader): Question | null {
  const asked = {
    ask: reader.text(entry.ask, [...path, 'ask']),
    reveal: entry.reveal === undefined ? null : reader.text(entry.reveal, [...path, 'reveal']),
  };
  const from = [...path, 'answerFrom'];
  if (entry.kind === 'choice') return compileChoice(entry, asked, path, reader);
  const answer = reader.expression(entry.answerFrom, from);
  if (answer === null) return null;
  const wrongType = (wanted: string) =>
    reader.refuse(from, { reason: `${entry.answerFrom} is not ${wanted}`, remedy: EXAMPLES[entry.kind] });
  switch (entry.kind) {
    case 'number': {
      const wanted = UNIT_TYPES[entry.unit];
      if (answer.type !== wanted)
        return wrongType(wanted === 'count' ? 'a count' : wanted === 'ms' ? 'a time' : 'a share');
      if (entry.from >= entry.to) {
        const reason = `its scale goes from ${entry.from} to ${entry.to}`;
        return reader.refuse([...path, 'to'], { reason, remedy: `Use more than ${entry.from}.` });
      }
      const { unit, tolerance, from: least, to } = entry;
      return { kind: 'number', ...asked, answer, unit, tolerance, from: least, to };
    }
    case 'point':
      if (answer.type !== 'ms') return wrongType('a moment');
      return { kind: 'point', ...asked, run: answer.left.run, answer, toleranceMs: entry.toleranceMs };
    case 'curve': {
      const { left } = answer;
      if (left.of !== 'surface' || answer.type !== 'curve') return wrongType('a curve');
      const { run, lane, surface } = left;
      return { kind: 'curve', ...asked, run, lane, surface, tolerance: entry.tolerance };
    }
    default:
      return assertNever(entry);
  }
}

const EXAMPLES: Readonly<Record<'number' | 'point' | 'curve', string>> = {
  number: 'Words, messages, runs and connections are counts, ms and seconds are times, percent is one value / another.',
  point: 'For example: LANE.laptop.lastShownAtMs, LANE.run.ended.atMs.',
  curve: 'For example: LANE.laptop.curve.',
};

function compileChoice(
  { answerFrom, options, in: variant }: ChoiceEntry,
  asked: Pick<ChoiceQuestion, 'ask' | 'reveal'>,
  path: FieldPath,
  reader: LessonReader,
): ChoiceQuestion | null {
  const run = reader.run(variant, [...path, 'in']);
  const answer = answerFrom === undefined ? null : compileAnswer(answerFrom, run, [...path, 'answerFrom'], reader);
  options.forEach((option, index) => {
    const at = [...path, 'options', index];
    if ((option.is === undefined) === (option.when === undefined)) {
      const reason = option.is === undefined ? 'it does not say when it is right' : 'it says twice when it is right';
      reader.refuse(at, { reason, remedy: 'Write is: with a value of answerFrom, or when: with claims.' });
    } else if (option.is !== undefined && answerFrom === undefined) {
      const reason = 'there is nothing to hold it against';
      reader.refuse([...at, 'is'], { reason, remedy: 'Add answerFrom to the question, or write when: with claims.' });
    }
    const scenario = reader.runs.get(run ?? MAIN_RUN);
    const names = {
      lanes: scenario?.lanes.map(({ name }) => name) ?? [],
      surfaces: scenario?.surfaces.map(({ name }) => name) ?? [],
    };
    for (const { path: place, ...problem } of checkClaims(option.when ?? {}, [...at, 'when'], names))
      reader.refuse(place, problem, 'key');
    if (
      answer !== null &&
      answer.by !== 'value' &&
      option.is !== undefined &&
      !names.lanes.includes(String(option.is))
    ) {
      const reason = `there is no lane "${String(option.is)}"`;
      reader.refuse([...at, 'is'], { reason, remedy: `Lanes: ${names.lanes.join(', ')}.` });
    }
  });
  if (run === null || (answerFrom !== undefined && answer === null)) return null;
  const compiled = options.map(({ text, is, when }) => ({
    text,
    is: is === undefined ? null : { value: is },
    when: when ?? null,
  }));
  return { kind: 'choice', ...asked, run, answer, options: compiled };
}

function compileAnswer(
  written: NonNullable<ChoiceEntry['answerFrom']>,
  run: string | null,
  path: FieldPath,
  reader: LessonReader,
): ChoiceQuestion['answer'] {
  if (typeof written === 'string') {
    const value = reader.expression(written, path);
    return value === null ? null : { by: 'value', value };
  }
  const by = 'least' in written ? 'least' : 'most';
  const field = 'least' in written ? written.least : written.most;
  const values: Record<string, ValuePath> = {};
  for (const { name } of reader.runs.get(run ?? MAIN_RUN)?.lanes ?? []) {
    const value = parseValuePath(`${run ?? MAIN_RUN}/${name}.${field}`, reader.runs);
    if (!value.ok) return reader.refuse([...path, by], value.error);
    if (!['count', 'ms', 'money', 'number'].includes(value.value.type)) {
      return reader.refuse([...path, by], {
        reason: `${field} is not a number`,
        remedy: 'For example: bill.messages.',
      });
    }
    values[name] = value.value;
  }
  return { by, written: field, values };
}
