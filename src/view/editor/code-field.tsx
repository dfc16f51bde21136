/** The place of the text editor on the page: loads it when it is first seen, and ties it to the text. */

import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useLatest } from '../latest.ts';
import type { EditorHands } from './code/editor-extensions.ts';
import type { LineMark } from './code/line-marks.ts';
import type { TextEditor, TextEditorOptions, Underline } from './code/text-editor.ts';
import type { TextSession } from './text-session.ts';

type OpenEditor = (options: TextEditorOptions) => TextEditor;

/** A place of the text to go to. */
export interface Target {
  readonly from: number;
  readonly to: number;
}

interface CodeFieldProps {
  readonly session: TextSession;
  readonly hands: Omit<EditorHands, 'onLeave'>;
  readonly underlines: readonly Underline[];
  readonly lines: readonly LineMark[];
  readonly target: Target | null;
  readonly onReached: () => void;
}

let loaded: OpenEditor | null = null;

export function CodeField({ session, hands, underlines, lines, target, onReached }: CodeFieldProps) {
  const [openEditor, setOpenEditor] = useState<{ readonly open: OpenEditor } | null>(
    loaded === null ? null : { open: loaded },
  );
  const [hasFailed, setFailed] = useState(false);
  const parent = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<TextEditor | null>(null);
  const latest = useLatest(hands);
  const latestReached = useLatest(onReached);
  const load = useCallback(() => {
    import('./code/text-editor.ts').then(
      ({ openTextEditor }) => {
        loaded = openTextEditor;
        setOpenEditor({ open: openTextEditor });
      },
      () => setFailed(true),
    );
  }, []);
  useEffect(() => {
    if (loaded === null) load();
  }, [load]);
  useEffect(() => {
    if (openEditor === null || parent.current === null) return undefined;
    const opened = openEditor.open({
      parent: parent.current,
      text: session.text,
      kept: session.kept,
      label: latest.current.label,
      describedBy: latest.current.describedBy,
      suggest: (text, offset) => latest.current.suggest(text, offset),
      explain: (text, offset) => latest.current.explain(text, offset),
      onWrite: (text) => {
        session.write(text);
        latest.current.onWrite(text);
      },
      onCursor: (text, offset) => latest.current.onCursor(text, offset),
      onLeave: () => session.leave(),
      onSave: () => latest.current.onSave(),
    });
    session.attach(opened);
    setEditor(opened);
    return () => {
      setEditor(null);
      session.detach();
    };
  }, [openEditor, session, latest]);
  useEffect(() => editor?.mark(underlines, lines), [editor, underlines, lines]);
  useEffect(() => {
    if (target === null || editor === null) return;
    editor.goTo(target.from, target.to);
    latestReached.current();
  }, [editor, target, latestReached]);
  const retry = () => {
    setFailed(false);
    load();
  };
  return (
    <div className="code-field" ref={parent}>
      {openEditor === null && !hasFailed && <p className="dock-status">Loading the editor…</p>}
      {openEditor === null && hasFailed && (
        <div className="dock-status" role="alert">
          <p>Unable to load the editor; the page could not be reached. What you wrote is all here.</p>
          <Button className="button" onPress={retry}>
            Try again
          </Button>
        </div>
      )}
    </div>
  );
}
