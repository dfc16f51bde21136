/** What replaced the answers, with the way back, and what could not be taken from a link or a file. */

import { X } from 'lucide-react';
import type { Dispatch } from 'react';
import { Button } from 'react-aria-components/Button';
import type { AuditAction, AuditSession, Replaced } from './audit-session.ts';

const REPLACED_TEXTS: Readonly<Record<Replaced['by'], string>> = {
  link: 'These answers came with a link. Yours are still here.',
  file: 'These answers came from a file, in place of those before.',
  reset: 'All answers are gone.',
};
const UNDO_TEXTS: Readonly<Record<Replaced['by'], string>> = { link: 'Back to mine', file: 'Undo', reset: 'Undo' };

interface AuditNoticeProps {
  readonly session: AuditSession;
  readonly dispatch: Dispatch<AuditAction>;
}

export function AuditNotice({ session: { replaced, problems }, dispatch }: AuditNoticeProps) {
  if (replaced === null && problems.length === 0) return null;
  return (
    <div className="audit-notice" role="status">
      <div>
        {replaced !== null && <p>{REPLACED_TEXTS[replaced.by]}</p>}
        {problems.map((problem) => (
          <p key={problem}>{problem}</p>
        ))}
      </div>
      {replaced !== null && (
        <Button className="button" onPress={() => dispatch({ type: 'undone' })}>
          {UNDO_TEXTS[replaced.by]}
        </Button>
      )}
      <Button className="icon-button" aria-label="Dismiss" onPress={() => dispatch({ type: 'notice.dismissed' })}>
        <X size={16} aria-hidden="true" />
      </Button>
    </div>
  );
}
