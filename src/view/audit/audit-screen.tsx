/** The audit: is it the product that is stuck; a dozen questions on it; what they come to. */

import { useMemo } from 'react';
import type { Dispatch } from 'react';
import { Button } from 'react-aria-components/Button';
import { auditReport } from '../../projection/audit/audit-report.ts';
import { analyse } from '../../projection/audit/gap-analysis.ts';
import { CAPABILITIES } from '../../scenario/audit/audit-data.ts';
import type { Audit } from '../../scenario/audit/audit-data.ts';
import { encodeAuditLink } from '../../scenario/audit/audit-link.ts';
import type { AuditTerms } from '../../scenario/audit/audit-link.ts';
import { NO_ANSWERS } from '../../scenario/audit/audit-state.ts';
import type { AuditState } from '../../scenario/audit/audit-state.ts';
import { ScreenHead } from '../shell/screen-head.tsx';
import type { ScreenProps } from '../shell/screen.ts';
import { AnswerList } from './answer-list.tsx';
import { AuditNotice } from './audit-notice.tsx';
import type { AuditPorts } from './audit-ports.ts';
import type { AuditAction } from './audit-session.ts';
import { BillPart } from './bill-part.tsx';
import { FitPart, PersonPart } from './fit-part.tsx';
import { KeepPart } from './keep-part.tsx';
import { QuestionPart } from './question-part.tsx';
import { ResultPart } from './result-part.tsx';
import { SummaryRail } from './summary-rail.tsx';
import { useAuditSession, useLoadedAudit } from './use-audit.ts';
import { useBill } from './use-bill.ts';
import './audit.css';

export function AuditScreen({ ports: { audit: ports }, hash }: ScreenProps) {
  const loaded = useLoadedAudit(ports);
  return (
    <div className="screen">
      <ScreenHead current="audit" />
      <main className="audit">
        {loaded.kind === 'ready' && <Questionnaire audit={loaded.audit} ports={ports} hash={hash} />}
        {loaded.kind === 'loading' && <p className="screen-status">Opening the audit…</p>}
        {loaded.kind === 'failed' && (
          <div className="screen-status" role="alert">
            <p>Unable to open the audit; the page could not be reached. Your answers are safe in this browser.</p>
            <Button className="button" onPress={loaded.retry}>
              Try again
            </Button>
          </div>
        )}
      </main>
    </div>
  );
}

interface QuestionnaireProps {
  readonly audit: Audit;
  readonly ports: AuditPorts;
  readonly hash: string;
}

function Questionnaire({ audit, ports, hash }: QuestionnaireProps) {
  const { priceFacts } = ports;
  const terms = useMemo((): AuditTerms => ({ ...audit, prices: priceFacts }), [audit, priceFacts]);
  const [session, dispatch] = useAuditSession(terms, hash);
  const { state } = session;
  return (
    <div className="audit-page" data-fit={state.fit ?? 'open'}>
      <div className="audit-main">
        <header className="audit-intro">
          <h1>Audit a product of your own</h1>
          <p>
            A dozen questions on how it streams, ten minutes at most. You get what is missing, in which order to mend
            it, and what it costs. It may well be nothing.
          </p>
        </header>
        <AuditNotice session={session} dispatch={dispatch} />
        <FitPart fit={audit.fit} chosen={state.fit} dispatch={dispatch} />
        {state.fit === 'person' && <PersonPart toPerson={audit.fit.toPerson} />}
        {state.fit === 'product' && (
          <ProductParts audit={audit} ports={ports} terms={terms} state={state} dispatch={dispatch} />
        )}
      </div>
      {state.fit === 'product' && <SummaryRail audit={audit} state={state} analysis={analyse(audit, state)} />}
    </div>
  );
}

interface ProductPartsProps {
  readonly audit: Audit;
  readonly ports: AuditPorts;
  readonly terms: AuditTerms;
  readonly state: AuditState;
  readonly dispatch: Dispatch<AuditAction>;
}

function ProductParts({ audit, ports, terms, state, dispatch }: ProductPartsProps) {
  const { priceFacts } = ports;
  const reckoned = useBill(audit, state, ports.simulate);
  const analysis = analyse(audit, state);
  const link = addressOf(encodeAuditLink(state, terms));
  const report = () =>
    auditReport({ audit, state, bill: reckoned.isStale ? null : reckoned.bill, priceFacts, addressOf, link });
  const open = async (file: File) => {
    const read = await ports.readFile(await file.text(), file.name, terms);
    dispatch(read.ok ? { type: 'opened', by: 'file', ...read.value } : { type: 'refused', problems: read.error });
  };
  return (
    <>
      <div className="audit-questions">
        {CAPABILITIES.map((capability) => (
          <section key={capability} aria-labelledby={`audit-part-${capability}`}>
            <h2 id={`audit-part-${capability}`}>{audit.capabilities[capability].title}</h2>
            <p className="audit-part-says">{audit.capabilities[capability].says}</p>
            {audit.questions.map((question, at) =>
              question.capability === capability ? (
                <QuestionPart
                  key={question.id}
                  question={question}
                  number={at + 1}
                  lessons={audit.lessons}
                  chosen={state.answers[question.id] ?? null}
                  dispatch={dispatch}
                />
              ) : null,
            )}
          </section>
        ))}
      </div>
      <ResultPart audit={audit} analysis={analysis} />
      <BillPart audit={audit} state={state} priceFacts={priceFacts} reckoned={reckoned} dispatch={dispatch} />
      <AnswerList audit={audit} state={state} link={link} />
      <KeepPart
        report={report}
        link={link}
        writeFile={() => ports.writeFile(state)}
        onFile={(file) => void open(file)}
        onReset={state === NO_ANSWERS ? null : () => dispatch({ type: 'reset' })}
      />
    </>
  );
}

function addressOf(hash: string): string {
  return `${location.href.replace(/#.*$/, '')}${hash}`;
}
