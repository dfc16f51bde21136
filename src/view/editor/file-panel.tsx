/** The panel `file`: what people did, made into a scenario file. */

import { Button } from 'react-aria-components/Button';
import type { PanelProps } from '../dock/panel.ts';
import { RecordPane } from './record-pane.tsx';
import { useFormat } from './use-format.ts';
import './editor.css';

export function FilePanel(props: PanelProps) {
  const loaded = useFormat(props.ports);
  if (loaded.kind === 'loading') return <p className="dock-status">Loading…</p>;
  if (loaded.kind === 'failed') {
    return (
      <div className="dock-status" role="alert">
        <p>Unable to load the reader of scenarios; the page could not be reached. What you did is all here.</p>
        <Button className="button" onPress={loaded.retry}>
          Try again
        </Button>
      </div>
    );
  }
  return (
    <div className="file-panel">
      <RecordPane {...props} format={loaded.format} />
    </div>
  );
}
