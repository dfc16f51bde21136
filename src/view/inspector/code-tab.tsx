/** The few lines of product code that stand behind a mark, in the file where they would stand. */

import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { codeAt } from '../../projection/inspector/code-at.ts';
import type { ShownFile } from '../../projection/inspector/code-at.ts';
import type { ProductCode } from '../../protocol/product-code.ts';
import type { LaneTrace, TraceEvent } from '../../protocol/trace-event.ts';
import type { CompiledScenario } from '../../scenario/compiled-scenario.ts';
import { CopyButton } from './copy-button.tsx';
import { SourceList } from './source-list.tsx';

interface CodeTabProps {
  readonly code: ProductCode;
  readonly trace: LaneTrace;
  readonly scenario: CompiledScenario;
  readonly event: TraceEvent;
}

export function CodeTab({ code, trace, scenario, event }: CodeTabProps) {
  const options = scenario.lanes.find(({ name }) => name === trace.name)?.options;
  const { files, reason } = useMemo(() => codeAt(code, options ?? {}, event), [code, options, event]);
  const [opened, setOpened] = useState<readonly string[]>([]);
  return (
    <>
      {reason !== null && <p className="inspector-section">{reason}</p>}
      {files.map((file) =>
        file.isCurrent || opened.includes(file.path) ? (
          <File key={file.path} file={file} />
        ) : (
          <Button
            key={file.path}
            className="code-closed mono"
            aria-expanded={false}
            onPress={() => setOpened((paths) => [...paths, file.path])}
          >
            {file.path} <span className="quiet">{file.lines.length} lines</span>
          </Button>
        ),
      )}
      <p className="quiet code-remark">
        A sketch of what a product would write, with the options of this lane that are in force. It is not what the
        simulator runs.
      </p>
      <SourceList sources={code.sources} />
    </>
  );
}

function File({ file: { path, lines } }: { readonly file: ShownFile }) {
  const text = lines.map((line) => line.text).join('\n');
  return (
    <section className="inspector-section">
      <div className="inspector-section-head">
        <h4 className="mono">{path}</h4>
        <CopyButton label={`Copy ${path}`} text={text} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reached by keyboard */}
      <div className="code-text" tabIndex={0} role="region" aria-label={path}>
        <ol>
          {lines.map((line, at) => (
            // Lines have no other name than their place.
            <li key={at} data-current={line.isCurrent} aria-current={line.isCurrent ? 'step' : undefined}>
              <code>{line.text}</code>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
