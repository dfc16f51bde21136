/** Progress to keep or to carry: saved as a file, merged in from one, or begun afresh; the last change can be undone. */

import { Download, RotateCcw, Undo2, Upload } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { progressChanges } from '../../lesson/progress-changes.ts';
import type { LessonSummary } from '../../scenario/lesson/lesson-data.ts';
import { mergeProgress, NO_PROGRESS } from '../../scenario/lesson/lesson-progress.ts';
import type { CourseProgress } from '../../scenario/lesson/lesson-progress.ts';
import type { CoursePorts } from '../course/course-ports.ts';
import { saveFile } from '../save-file.ts';
import { describeChanges } from './describe-changes.ts';

interface ProgressToolsProps {
  readonly ports: CoursePorts;
  readonly lessons: readonly LessonSummary[];
  readonly progress: CourseProgress;
  readonly keep: (progress: CourseProgress) => void;
}

/** `before` is what an undo leads back to, `null` when nothing was changed. */
interface Said {
  readonly tone: 'quiet' | 'harm';
  readonly lines: readonly string[];
  readonly before: CourseProgress | null;
}

/** A course of lessons fits in a hundredth of it. */
const MOST_BYTES = 5_000_000;
const FILE_NAME = 'pull-the-plug-progress.json';

export function ProgressTools({ ports, lessons, progress, keep }: ProgressToolsProps) {
  const [said, say] = useState<Said | null>(null);
  const tell = (lines: readonly string[], before: CourseProgress | null = null) =>
    say({ tone: 'quiet', lines, before });
  const refuse = (lines: readonly string[]) => say({ tone: 'harm', lines, before: null });

  const save = async () => {
    try {
      saveFile(FILE_NAME, await ports.writeProgressFile(progress), 'application/json');
      tell([`Saved as ${FILE_NAME}.`]);
    } catch {
      refuse(['Unable to save the progress; the page could not be reached. Try it again.']);
    }
  };
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const read = await readFile(file, ports);
    if (typeof read === 'string') return refuse([`${read} Your progress is as it was.`]);
    if (!read.ok) return refuse([...read.error, 'Your progress is as it was.']);
    const merged = mergeProgress(progress, read.value);
    const changes = progressChanges(progress, merged);
    if (changes.length > 0) keep(merged);
    tell(describeChanges(changes, lessons), changes.length > 0 ? progress : null);
  };
  const beginAfresh = () => {
    keep(NO_PROGRESS);
    tell(['The course is as new: no lesson is begun.'], progress);
  };
  const undo = (before: CourseProgress) => {
    keep(before);
    tell(['Undone: your progress is as it was before.']);
  };

  const hasProgress = Object.keys(progress.lessons).length > 0;
  return (
    <section className="rail-part progress-tools" aria-labelledby="progress-title">
      <header>
        <h2 id="progress-title">Your progress</h2>
        <p>It is kept in this browser and goes nowhere else. A file carries it to another device.</p>
      </header>
      <div>
        <div className="progress-ways">
          <Button className="button" isDisabled={!hasProgress} onPress={() => void save()}>
            <Download size={15} aria-hidden="true" />
            Save progress
          </Button>
          <FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={(files) => void take(files?.[0])}>
            <Button className="button">
              <Upload size={15} aria-hidden="true" />
              Add progress from a file
            </Button>
          </FileTrigger>
          <Button className="button" isDisabled={!hasProgress} onPress={beginAfresh}>
            <RotateCcw size={15} aria-hidden="true" />
            Begin afresh
          </Button>
        </div>
        <div className="progress-said" role={said?.tone === 'harm' ? 'alert' : 'status'} data-tone={said?.tone}>
          {said?.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {said?.before != null && <UndoButton before={said.before} onUndo={undo} />}
        </div>
      </div>
    </section>
  );
}

function UndoButton({
  before,
  onUndo,
}: {
  readonly before: CourseProgress;
  readonly onUndo: (to: CourseProgress) => void;
}) {
  return (
    <Button className="button" onPress={() => onUndo(before)}>
      <Undo2 size={15} aria-hidden="true" />
      Undo
    </Button>
  );
}

/** A sentence when it cannot be opened at all. */
async function readFile(
  file: File,
  ports: CoursePorts,
): Promise<Awaited<ReturnType<CoursePorts['readProgressFile']>> | string> {
  if (file.size > MOST_BYTES)
    return `Unable to read ${file.name}; it is larger than any progress. Choose another file.`;
  try {
    return await ports.readProgressFile(await file.text());
  } catch {
    return `Unable to read ${file.name}; it cannot be opened. Choose it again.`;
  }
}
