/** The audit with the answers of this browser, or those that came with a link. */

import { useCallback, useEffect, useReducer, useState } from 'react';
import type { Dispatch } from 'react';
import type { Audit } from '../../scenario/audit/audit-data.ts';
import { decodeAuditLink, encodeAuditLink } from '../../scenario/audit/audit-link.ts';
import type { AuditTerms } from '../../scenario/audit/audit-link.ts';
import { NO_ANSWERS } from '../../scenario/audit/audit-state.ts';
import type { AuditState } from '../../scenario/audit/audit-state.ts';
import type { AuditPorts } from './audit-ports.ts';
import { auditReducer, startSession } from './audit-session.ts';
import type { AuditAction, AuditSession } from './audit-session.ts';

const KEY = 'pull-the-plug.audit';

export type LoadedAudit =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly retry: () => void }
  | { readonly kind: 'ready'; readonly audit: Audit };

export function useLoadedAudit({ loadAudit }: AuditPorts): LoadedAudit {
  const [loaded, setLoaded] = useState<Audit | 'failed' | null>(null);
  const load = useCallback(() => {
    loadAudit().then(setLoaded, () => setLoaded('failed'));
  }, [loadAudit]);
  useEffect(load, [load]);
  const retry = () => {
    setLoaded(null);
    load();
  };
  if (loaded === null) return { kind: 'loading' };
  return loaded === 'failed' ? { kind: 'failed', retry } : { kind: 'ready', audit: loaded };
}

/** Keeps what is said in this browser, and follows links to other answers. */
export function useAuditSession(terms: AuditTerms, hash: string): readonly [AuditSession, Dispatch<AuditAction>] {
  const [session, dispatch] = useReducer(auditReducer, null, () =>
    openLink(startSession(readKept(terms)), hash, terms),
  );
  const [seen, setSeen] = useState(hash);
  if (seen !== hash) {
    setSeen(hash);
    const read = decodeAuditLink(hash, terms);
    if (read !== null) dispatch({ type: 'opened', by: 'link', ...read });
  }
  const { state, isKept } = session;
  useEffect(() => {
    if (!isKept) return;
    keep(state, terms);
    // The address of a link that was changed would name other answers than those on the page.
    if (location.hash.startsWith('#/audit?')) history.replaceState(history.state, '', '#/audit');
  }, [state, isKept, terms]);
  return [session, dispatch];
}

function openLink(session: AuditSession, hash: string, terms: AuditTerms): AuditSession {
  const read = decodeAuditLink(hash, terms);
  return read === null ? session : auditReducer(session, { type: 'opened', by: 'link', ...read });
}

function readKept(terms: AuditTerms): AuditState {
  try {
    return decodeAuditLink(localStorage.getItem(KEY) ?? '', terms)?.state ?? NO_ANSWERS;
  } catch {
    return NO_ANSWERS;
  }
}

function keep(state: AuditState, terms: AuditTerms): void {
  try {
    localStorage.setItem(KEY, encodeAuditLink(state, terms));
  } catch {
    // A browser that keeps nothing still knows the answers until the page is closed.
  }
}
