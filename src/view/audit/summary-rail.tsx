/** What the answers come to so far, beside the questions: the verdict, and a mark for each answer. */

import type { Analysis } from '../../projection/audit/gap-analysis.ts';
import { verdictText } from '../../projection/audit/verdict-text.ts';
import { UNKNOWN } from '../../scenario/audit/audit-data.ts';
import type { Audit, AuditQuestion } from '../../scenario/audit/audit-data.ts';
import type { AuditState } from '../../scenario/audit/audit-state.ts';

interface SummaryRailProps {
  readonly audit: Audit;
  readonly state: AuditState;
  readonly analysis: Analysis;
}

type MarkKind = 'open' | 'unknown' | 'gap' | 'fine';

const MARK_NAMES: Readonly<Record<MarkKind, string>> = {
  open: 'open',
  unknown: 'not known',
  gap: 'a gap',
  fine: 'nothing to mend',
};
const MARK_SIGNS: Readonly<Record<MarkKind, string>> = { open: '', unknown: '?', gap: '✕', fine: '✓' };

export function SummaryRail({ audit, state, analysis }: SummaryRailProps) {
  const { title } = verdictText(analysis);
  const done = analysis.asked - analysis.open.length;
  return (
    <aside className="audit-rail" aria-label="So far">
      <p className="audit-progress">
        {done} of {analysis.asked} answered
      </p>
      <p className="audit-rail-verdict">{title}</p>
      {analysis.capabilities.map(({ capability, gaps }) => (
        <div key={capability} className="audit-rail-part">
          <h3>
            {audit.capabilities[capability].title}
            <span className="quiet">
              {gaps.length === 0 ? '' : gaps.length === 1 ? ' 1 gap' : ` ${gaps.length} gaps`}
            </span>
          </h3>
          <ol className="audit-marks">
            {audit.questions.map((question, at) =>
              question.capability === capability ? (
                <li key={question.id}>
                  <Mark question={question} number={at + 1} kind={markOf(question, state)} />
                </li>
              ) : null,
            )}
          </ol>
        </div>
      ))}
      <p className="audit-rail-ways">
        <JumpLink to="audit-result">The result</JumpLink>
        <JumpLink to="audit-bill">The bill</JumpLink>
        <JumpLink to="audit-keep">Keep it</JumpLink>
      </p>
    </aside>
  );
}

function Mark({
  question,
  number,
  kind,
}: {
  readonly question: AuditQuestion;
  readonly number: number;
  readonly kind: MarkKind;
}) {
  return (
    <JumpLink
      to={`audit-${question.id}`}
      kind={kind}
      label={`Question ${number}, ${MARK_NAMES[kind]}: ${question.ask}`}
    >
      {MARK_SIGNS[kind] === '' ? number : MARK_SIGNS[kind]}
    </JumpLink>
  );
}

interface JumpLinkProps {
  readonly to: string;
  readonly kind?: MarkKind;
  readonly label?: string;
  readonly children: string | number;
}

/** The hash is the address of a screen, so that a jump within one is made by hand. */
function JumpLink({ to, kind, label, children }: JumpLinkProps) {
  return (
    <a
      href="#/audit"
      data-kind={kind}
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.preventDefault();
        const place = document.getElementById(to);
        place?.scrollIntoView({ block: 'start' });
        place?.querySelector<HTMLElement>('input:checked, input, h2')?.focus({ preventScroll: true });
      }}
    >
      {children}
    </a>
  );
}

function markOf({ id, answers }: AuditQuestion, state: AuditState): MarkKind {
  const given = state.answers[id];
  if (given === UNKNOWN) return 'unknown';
  const answer = answers.find((known) => known.id === given);
  if (answer === undefined) return 'open';
  return answer.gap === null ? 'fine' : 'gap';
}
