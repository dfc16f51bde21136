/** Opens what people hand to the page: a file by the button, dropped anywhere, or pasted. */

import { useEffect, useMemo, useState } from 'react';
import type { Dispatch } from 'react';
import type { OpenableFile } from '../../scenario/open-text.ts';
import type { PlaygroundAction } from '../playground/playground-action.ts';
import type { PlaygroundPorts } from '../playground/playground-ports.ts';

export interface Opening {
  /** A file is held over the page. */
  readonly isOver: boolean;
  /** Opens one file; the sentences that say why not, none when it is open. */
  readonly open: (files: readonly OpenableFile[]) => Promise<readonly string[]>;
}

/** What is dropped or pasted and cannot be opened is named in the notice; the page stays as it was. */
export function useOpening(ports: PlaygroundPorts, dispatch: Dispatch<PlaygroundAction>): Opening {
  const [isOver, setOver] = useState(false);
  const open = useMemo(() => createOpen(ports, dispatch), [ports, dispatch]);
  useEffect(() => {
    const openAndTell = async (files: readonly OpenableFile[]) => {
      const problems = await open(files);
      if (problems.length > 0) dispatch({ type: 'notice.shown', text: problems.join('\n') });
    };
    const onDragOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    // Leaving one element for another is no leaving of the page.
    const onDragLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!holdsFiles(event)) return;
      event.preventDefault();
      void openAndTell([...(event.dataTransfer?.files ?? [])]);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const files = pastedFiles(event.clipboardData);
      if (files.length === 0) return;
      event.preventDefault();
      void openAndTell(files);
    };
    const listeners = { dragover: onDragOver, dragleave: onDragLeave, drop: onDrop, paste: onPaste };
    const each = Object.entries(listeners) as [string, EventListener][];
    for (const [type, listener] of each) window.addEventListener(type, listener);
    return () => {
      for (const [type, listener] of each) window.removeEventListener(type, listener);
    };
  }, [open, dispatch]);
  return { isOver, open };
}

function createOpen(ports: PlaygroundPorts, dispatch: Dispatch<PlaygroundAction>): Opening['open'] {
  return async (files) => {
    const [file, ...others] = files;
    if (file === undefined) return [];
    if (others.length > 0)
      return [`Unable to open ${files.length} files; one is opened at a time. Choose one of them.`];
    try {
      const opened = await ports.openFile(file);
      if (!opened.ok) return opened.error;
      dispatch({ type: 'scenario.opened', ...opened.value });
      return [];
    } catch {
      return [`Unable to open ${file.name}; it could not be read, or the page could not be reached. Try it again.`];
    }
  };
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

/** Files that were copied, or a text that means to be one. Any other text is none of the page's business. */
function pastedFiles(data: DataTransfer | null): readonly OpenableFile[] {
  if (data === null) return [];
  if (data.files.length > 0) return [...data.files];
  const text = data.getData('text/plain');
  if (!/#\/play\/|^\s*[{<]|^\s*(?:version|id|title|script):/m.test(text)) return [];
  return [{ name: 'pasted text', size: text.length, text: async () => text }];
}
