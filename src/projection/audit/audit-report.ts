/** The report of an audit, to keep: Markdown, the same for the same answers. It has no date of its own, since nothing here reads a clock. */

import type { Audit, AuditNumber } from '../../scenario/audit/audit-data.ts';
import { UNKNOWN, UNKNOWN_TEXT } from '../../scenario/audit/audit-data.ts';
import type { AuditState } from '../../scenario/audit/audit-state.ts';
import type { PriceFact } from '../../scenario/price-facts.ts';
import type { AuditBill } from './audit-bill.ts';
import { analyse } from './gap-analysis.ts';
import type { Analysis, FoundGap } from './gap-analysis.ts';
import { MEND_TEXTS } from './mend-text.ts';
import { unknownText, verdictText } from './verdict-text.ts';

export interface ReportParts {
  readonly audit: Audit;
  readonly state: AuditState;
  /** `null` when it could not be reckoned. */
  readonly bill: AuditBill | null;
  readonly priceFacts: readonly PriceFact[];
  /** The whole address of a hash of this page, such as `#/learn/wifi-blip`. */
  readonly addressOf: (hash: string) => string;
  /** The whole address of these answers. */
  readonly link: string;
}

export function auditReport(parts: ReportParts): string {
  const { audit, state, link } = parts;
  if (state.fit === 'person') return lines(['# Audit', '', ...personLines(audit), '']);
  const analysis = analyse(audit, state);
  const verdict = verdictText(analysis);
  return lines([
    '# Audit of a product that streams answers',
    '',
    `Made with Pull the Plug; sources as of ${audit.asOf}. These answers: <${link}>`,
    '',
    `## ${verdict.title}`,
    '',
    verdict.says.join(' '),
    '',
    ...capabilityLines(audit, analysis),
    ...stepLines(parts, analysis),
    ...unknownLines(parts, analysis),
    ...billLines(parts),
    ...answerLines(parts),
  ]);
}

function personLines({ fit }: Audit): readonly string[] {
  const { says, method, steps } = fit.toPerson;
  return [
    ...says.flatMap((paragraph) => [paragraph, '']),
    `**${method}**`,
    '',
    ...steps.map((step, at) => `${at + 1}. ${step}`),
  ];
}

function capabilityLines({ capabilities }: Audit, analysis: Analysis): readonly string[] {
  const rows = analysis.capabilities.map(({ capability, gaps, unknown, asked, answered }) => {
    const open = asked - answered - unknown.length;
    return `| ${cell(capabilities[capability].title)} | ${gaps.length} | ${unknown.length} | ${open} | ${asked} |`;
  });
  return ['| Capability | Gaps | Not known | Open | Questions |', '| --- | ---: | ---: | ---: | ---: |', ...rows, ''];
}

function stepLines({ audit, addressOf }: ReportParts, { steps, gaps }: Analysis): readonly string[] {
  if (gaps.length === 0) return [];
  return [
    '## The way, in the order of a migration',
    '',
    ...steps.flatMap(({ step, gaps: found }, at) => {
      const { title, says, check } = audit.steps[step];
      const items =
        found.length === 0 ? ['- Nothing to mend here.'] : found.flatMap((gap) => gapLines(gap, audit, addressOf));
      return [`### ${at + 1}. ${title}`, '', says, '', ...items, '', `Done when: ${check}`, ''];
    }),
  ];
}

function gapLines(
  { question, answer, gap }: FoundGap,
  audit: Audit,
  addressOf: ReportParts['addressOf'],
): readonly string[] {
  const lesson = audit.lessons[gap.lesson];
  const sources = gap.sources.map((id) => sourceText(audit, id));
  return [
    `- **${gap.says}** ${gap.does}`,
    `  - ${audit.capabilities[question.capability].title}. ${question.ask} “${answer.text}”`,
    `  - The least that mends it: ${MEND_TEXTS[gap.mend]}.`,
    `  - Lesson ${lesson?.number ?? ''}: [${lesson?.title ?? gap.lesson}](${addressOf(`#/learn/${gap.lesson}`)})`,
    `  - Sources: ${sources.join('; ')}`,
  ];
}

function sourceText({ sources }: Audit, id: string): string {
  const source = sources[id];
  if (source === undefined) return id;
  const { title, asOf } = source;
  return 'url' in source ? `[${title}](${source.url}), ${asOf}` : `${title}, ${asOf}`;
}

function unknownLines({ audit, addressOf }: ReportParts, { unknown }: Analysis): readonly string[] {
  if (unknown.length === 0) return [];
  return [
    '## Not known',
    '',
    unknownText(unknown.length),
    '',
    ...unknown.map(({ ask, lesson }) => {
      const title = audit.lessons[lesson]?.title ?? lesson;
      return `- ${ask} See [${title}](${addressOf(`#/learn/${lesson}`)}).`;
    }),
    '',
  ];
}

function billLines({ audit, state, bill, priceFacts }: ReportParts): readonly string[] {
  if (bill === null) return [];
  const head = `| | ${bill.lanes.map(({ title }) => cell(title)).join(' | ')} |`;
  const rule = `| --- |${bill.lanes.map(() => ' ---: |').join('')}`;
  return [
    '## The bill, with your own numbers',
    '',
    'Simulated, not measured: the counts are those of three runs, and each number below can be changed.',
    '',
    ...bill.groups.flatMap(({ title, rows }) => [
      `### ${title}`,
      '',
      head,
      rule,
      ...rows.map(({ label, cells, isSum }) => `| ${isSum ? `**${label}**` : label} | ${cells.join(' | ')} |`),
      '',
    ]),
    `Not modelled: ${audit.bill.notModelled}`,
    '',
    '### Numbers',
    '',
    '| Number | Yours | Default | Where the default comes from |',
    '| --- | ---: | ---: | --- |',
    ...audit.numbers.map((number) => {
      const { name, label, per, byDefault } = number;
      return `| ${cell(`${label}, ${per}`)} | ${state.numbers[name] ?? byDefault} | ${byDefault} | ${cell(originText(audit, number))} |`;
    }),
    ...priceFacts.map(({ name, label, per, byDefault, source, asOf }) => {
      const own = state.prices[name] ?? byDefault;
      return `| ${cell(`${label}, US$ for ${per}`)} | ${own} | ${byDefault} | ${cell(`${source}, ${asOf}`)} |`;
    }),
    '',
  ];
}

/** Where the default of a number comes from, in a sentence. */
export function originText({ sources }: Audit, { source, note }: AuditNumber): string {
  const named = source === null ? undefined : sources[source];
  return named === undefined ? `An assumption. ${note}` : `${note} ${named.title}, ${named.asOf}.`;
}

function answerLines({ audit, state }: ReportParts): readonly string[] {
  return [
    '## All answers',
    '',
    ...audit.questions.map(({ id, ask, answers }) => {
      const given = state.answers[id];
      const text = given === UNKNOWN ? UNKNOWN_TEXT : (answers.find((answer) => answer.id === given)?.text ?? 'Open.');
      return `- ${ask} ${text}`;
    }),
    '',
  ];
}

/** A pipe would end the cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function lines(all: readonly string[]): string {
  return all.join('\n');
}
