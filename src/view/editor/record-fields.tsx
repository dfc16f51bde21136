/** What the file is called: title, id and summary, each with what is wrong with it. */

import { useId } from 'react';
import type { RecordDraft, RecordedFile } from './record-draft.ts';

interface RecordFieldsProps {
  readonly file: RecordedFile;
  /** The title of the app's scenario that has this id. */
  readonly takenBy: string | null;
  readonly onChange: (change: Partial<RecordDraft>) => void;
}

export function RecordFields({ file, takenBy, onChange }: RecordFieldsProps) {
  const problemOf = (field: string) => {
    const problem = file.problems.find(({ path }) => path === field);
    return problem === undefined ? null : `${problem.reason}. ${problem.remedy}`;
  };
  const idNote =
    takenBy === null
      ? null
      : `“${takenBy}” has this id in the app. Links find yours all the same; files of one folder need ids of their own.`;
  return (
    <section className="record-part" aria-labelledby="named-title">
      <h3 id="named-title">As a scenario</h3>
      <TextField
        label="Title"
        value={file.title}
        problem={problemOf('title')}
        onValue={(title) => onChange({ title })}
      />
      <TextField
        label="Id"
        value={file.id}
        isMono
        problem={problemOf('id')}
        note={idNote}
        onValue={(id) => onChange({ id })}
      />
      <TextField
        label="Summary"
        value={file.summary}
        isLong
        placeholder="What happens, and what is worth seeing."
        problem={problemOf('summary')}
        onValue={(summary) => onChange({ summary })}
      />
    </section>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly problem: string | null;
  readonly note?: string | null;
  readonly placeholder?: string;
  readonly isMono?: boolean;
  readonly isLong?: boolean;
}

function TextField({ label, value, onValue, problem, note = null, placeholder, isMono, isLong }: TextFieldProps) {
  const id = useId();
  const said = problem ?? note;
  const common = {
    id,
    value,
    placeholder,
    className: isMono === true ? 'mono' : undefined,
    spellCheck: isMono !== true,
    'aria-invalid': problem !== null,
    'aria-describedby': said === null ? undefined : `${id}-said`,
  };
  return (
    <div className="record-field">
      <label htmlFor={id}>{label}</label>
      {isLong === true ? (
        <textarea {...common} rows={2} onChange={(event) => onValue(event.currentTarget.value)} />
      ) : (
        <input {...common} onChange={(event) => onValue(event.currentTarget.value)} />
      )}
      {said !== null && (
        <p id={`${id}-said`} className={problem === null ? 'quiet' : 'record-problem'}>
          {said}
        </p>
      )}
    </div>
  );
}
