/** The panel `file`: what people did made into a scenario file, the scenario as text, and what it claims. */

import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { ClaimResult } from '../../scenario/claims.ts';
import type { ScenarioFormat } from '../../scenario/scenario-format.ts';
import type { PanelProps } from '../dock/panel.ts';
import { ClaimsPane } from './claims-pane.tsx';
import type { Target } from './code-field.tsx';
import { createKept } from './kept.ts';
import { RecordPane } from './record-pane.tsx';
import { rootOf } from './root-of.ts';
import { TextPane } from './text-pane.tsx';
import { useClaims } from './use-claims.ts';
import { useFormat } from './use-format.ts';
import { textOfSession } from './use-text-session.ts';
import './editor.css';
import './text-editor.css';

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
  return <FileTabs {...props} format={loaded.format} />;
}

const useTab = createKept('record');

function FileTabs(props: PanelProps & { readonly format: ScenarioFormat }) {
  const { state, ports, format } = props;
  const [tab, setTab] = useTab(ports);
  const [target, setTarget] = useState<Target | null>(null);
  const claims = useClaims(props, format);
  const root = rootOf(state.tree);
  const broken = claims.results.filter(({ holds }) => !holds).length;
  const reveal = (claim: ClaimResult) => {
    const text = textOfSession({ ...props, root });
    const place = format.placeClaims(text, [claim])[0];
    setTab('text');
    setTarget(place ?? { from: 0, to: 0 });
  };
  return (
    <Tabs className="file-panel" data-tab={tab} selectedKey={tab} onSelectionChange={(key) => setTab(String(key))}>
      <TabList className="file-tabs" aria-label="The scenario">
        <Tab id="record">Record</Tab>
        <Tab id="text">Text</Tab>
        <Tab id="claims">
          Claims
          {claims.results.length > 0 && (
            <span className="file-count" data-broken={broken > 0}>
              {broken > 0 ? `${broken} broken` : claims.results.length}
            </span>
          )}
        </Tab>
      </TabList>
      <TabPanel id="record">
        <RecordPane {...props} />
      </TabPanel>
      <TabPanel id="text">
        <TextPane key={root} {...props} root={root} claims={claims} target={target} onTarget={setTarget} />
      </TabPanel>
      <TabPanel id="claims">
        <ClaimsPane claims={claims} lanes={state.scenario.lanes} onReveal={reveal} onRecord={() => setTab('record')} />
      </TabPanel>
    </Tabs>
  );
}
