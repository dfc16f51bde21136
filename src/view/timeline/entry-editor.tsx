/** What a flag says, to be changed: when, on what, how, for how long. The scenario's own parser has the last word. */

import { Copy, Trash2 } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { actorLabel } from '../../projection/actor-label.ts';
import { targetsOf, verbFact } from '../../projection/timeline/verb-list.ts';
import type { EntryField } from '../../projection/timeline/verb-list.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import type { ScriptEntry } from '../../scenario/schema.ts';
import { FIELD_SPECS, typedNumber, withField } from './entry-fields.ts';
import type { EntryDraft } from './entry-fields.ts';
import type { CheckEntry } from './timeline-props.ts';
import { VerbIcon } from './verb-icon.tsx';

export interface EntryEditorProps {
  readonly scenario: Pick<CompiledScenario, 'surfaces' | 'agents'>;
  readonly index: number;
  readonly takesFocus: boolean;
  readonly entry: ScriptEntry;
  /** Why nothing came of it, `null` when something did. */
  readonly ignored: string | null;
  readonly onCheck: CheckEntry;
  readonly onReplace: (entry: ScriptEntry) => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
}

interface Refused {
  /** The entry that people changed when this was refused. */
  readonly entry: ScriptEntry;
  readonly draft: EntryDraft;
  readonly sentences: readonly string[];
}

export function EntryEditor({
  scenario,
  index,
  takesFocus,
  entry,
  ignored,
  onCheck,
  onReplace,
  onDuplicate,
  onRemove,
}: EntryEditorProps) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) form.current?.querySelector<HTMLElement>('select, input')?.focus();
  }, [takesFocus]);
  const current = refused?.entry === entry ? refused : null;
  const draft: EntryDraft = current?.draft ?? { ...entry };
  const fact = verbFact(entry.do);
  const change = async (next: EntryDraft): Promise<void> => {
    const checked = await onCheck(index, next);
    setRefused(checked.ok ? null : { entry, draft: next, sentences: checked.error });
    if (checked.ok && JSON.stringify(checked.value) !== JSON.stringify(entry)) onReplace(checked.value);
  };
  const set = (field: string, value: unknown): void => void change(withField(draft, field, value));
  return (
    <div className="entry-editor" ref={form}>
      <h3>
        <VerbIcon verb={entry.do} />
        {fact.name}
        <span>{fact.hint}</span>
      </h3>
      {ignored !== null && <p className="entry-ignored">Nothing came of it: {ignored}.</p>}
      <When draft={draft} onChange={(next) => void change(next)} />
      <Row label="On">
        {(id) => (
          <Choice
            id={id}
            value={String(draft['on'])}
            choices={targetsOf(entry.do, scenario)}
            nameOf={actorLabel}
            onChoice={(on) => set('on', on)}
          />
        )}
      </Row>
      {fact.fields.map((field) => (
        <Field
          key={field}
          field={field}
          value={draft[field]}
          fresh={fact.fresh[field]}
          onValue={(value) => set(field, value)}
        />
      ))}
      {current !== null && (
        <div className="entry-refused" role="alert">
          {current.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      <div className="entry-actions">
        <Button className="button" onPress={onDuplicate}>
          <Copy size={14} aria-hidden="true" />
          Duplicate
        </Button>
        <Button className="button" onPress={onRemove}>
          <Trash2 size={14} aria-hidden="true" />
          Remove
        </Button>
      </div>
    </div>
  );
}

/** A clock time, or the moment after a word; one that waits for an event says for which. */
function When({ draft, onChange }: { readonly draft: EntryDraft; readonly onChange: (draft: EntryDraft) => void }) {
  const after = draft['after'] as ScriptEntry['after'];
  const kind = after === undefined ? 'at' : 'token' in after ? 'token' : 'event';
  const choices = after !== undefined && 'event' in after ? ['at', 'token', 'event'] : ['at', 'token'];
  const names: Readonly<Record<string, string>> = {
    at: 'at a time',
    token: 'after word',
    event: after !== undefined && 'event' in after ? `after ${after.event}` : '',
  };
  const turnTo = (next: string): void => {
    if (next === 'at') onChange(withField(withField(draft, 'after', undefined), 'atMs', 0));
    if (next === 'token') onChange(withField(withField(draft, 'atMs', undefined), 'after', { token: 1 }));
  };
  return (
    <Row label="When">
      {(id) => (
        <>
          <Choice id={id} value={kind} choices={choices} nameOf={(name) => names[name] ?? name} onChoice={turnTo} />
          {kind === 'at' && (
            <NumberField
              label="Time in milliseconds"
              value={draft['atMs']}
              unit="ms"
              onValue={(atMs) => onChange(withField(draft, 'atMs', atMs))}
            />
          )}
          {after !== undefined && 'token' in after && (
            <NumberField
              label="Number of the word"
              value={after.token}
              unit=""
              onValue={(token) => onChange(withField(draft, 'after', { token }))}
            />
          )}
        </>
      )}
    </Row>
  );
}

/** What a field shows of a draft's value: people can only have typed a text or a number. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

interface FieldProps {
  readonly field: EntryField;
  readonly value: unknown;
  readonly fresh: string | number | undefined;
  readonly onValue: (value: unknown) => void;
}

function Field({ field, value, fresh, onValue }: FieldProps) {
  const spec = FIELD_SPECS[field];
  switch (spec.kind) {
    case 'choice':
      return (
        <Row label={spec.label}>
          {(id) => <Choice id={id} value={String(value)} choices={spec.choices} onChoice={onValue} />}
        </Row>
      );
    case 'text':
      return (
        <Row label={spec.label}>
          {(id) => <Typed id={id} value={textOf(value)} className="entry-text" onTyped={onValue} />}
        </Row>
      );
    case 'number': {
      const { unit, unless } = spec;
      return (
        <Row label={spec.label}>
          {(id) => (
            <>
              {value !== undefined && <NumberField id={id} value={value} unit={unit} onValue={onValue} />}
              {unless !== null && (
                <label className="entry-unless">
                  <input
                    type="checkbox"
                    checked={value === undefined}
                    onChange={(event) => onValue(event.currentTarget.checked ? undefined : (fresh ?? 1_000))}
                  />
                  {unless}
                </label>
              )}
            </>
          )}
        </Row>
      );
    }
  }
}

function Row({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="entry-row">
      <label htmlFor={id}>{label}</label>
      <div>{children(id)}</div>
    </div>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly value: string;
  readonly choices: readonly string[];
  readonly nameOf?: (choice: string) => string;
  readonly onChoice: (choice: string) => void;
}

function Choice({ id, value, choices, nameOf = (choice) => choice, onChoice }: ChoiceProps) {
  return (
    <select id={id} value={value} onChange={(event) => onChoice(event.currentTarget.value)}>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {nameOf(choice)}
        </option>
      ))}
    </select>
  );
}

interface NumberFieldProps {
  readonly id?: string;
  readonly label?: string;
  readonly value: unknown;
  readonly unit: string;
  readonly onValue: (value: unknown) => void;
}

function NumberField({ id, label, value, unit, onValue }: NumberFieldProps) {
  return (
    <>
      <Typed
        id={id}
        label={label}
        value={textOf(value)}
        className="entry-number"
        inputMode="numeric"
        onTyped={(text) => onValue(typedNumber(text))}
      />
      {unit !== '' && <span className="entry-unit">{unit}</span>}
    </>
  );
}

interface TypedProps {
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly value: string;
  readonly className: string;
  readonly inputMode?: 'numeric';
  readonly onTyped: (text: string) => void;
}

/** A line that counts once people leave it or press Enter; Escape in it takes back what was typed. */
function Typed({ id, label, value, className, inputMode, onTyped }: TypedProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const settle = (): void => {
    setTyped(null);
    if (typed !== null && typed !== value) onTyped(typed);
  };
  return (
    <input
      id={id}
      aria-label={label}
      className={className}
      inputMode={inputMode}
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
        if (event.key !== 'Escape' || typed === null) return;
        setTyped(null);
        event.stopPropagation();
      }}
    />
  );
}
