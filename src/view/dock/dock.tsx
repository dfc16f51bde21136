/**
 * The dock: a rail of panels beside the stage, and the one that is open. On a narrow screen the rail is
 * a row under the timeline and the panel a sheet from below. It never takes the focus by itself: only
 * who opens a panel from the rail is led into it, and led back by Escape.
 */

import { X } from 'lucide-react';
import { memo, useCallback, useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { useLatest } from '../latest.ts';
import type { Panel, PanelId, PanelProps } from './panel.ts';
import { usePanel } from './use-panel.ts';
import './dock.css';

interface DockProps extends PanelProps {
  readonly panels: readonly Panel[];
}

export function Dock({ panels, ...props }: DockProps) {
  const { state, dispatch } = props;
  const open = panels.find(({ id }) => id === state.dock) ?? null;
  const rail = useRef<HTMLElement>(null);
  const show = useCallback(
    (panel: PanelId | null) => dispatch({ type: 'dock.opened', panel, leads: panel !== null }),
    [dispatch],
  );
  const close = () => {
    const button = rail.current?.querySelector<HTMLElement>(`[data-panel="${open?.id ?? ''}"]`);
    show(null);
    button?.focus();
  };
  if (panels.length === 0) return null;
  return (
    <div className="dock" data-open={open !== null}>
      {open !== null && <OpenPanel key={open.id} panel={open} onClose={close} {...props} />}
      <DockRail panels={panels} open={open?.id ?? null} rail={rail} onShow={show} />
    </div>
  );
}

interface DockRailProps {
  readonly panels: readonly Panel[];
  readonly open: PanelId | null;
  readonly rail: RefObject<HTMLElement | null>;
  readonly onShow: (panel: PanelId | null) => void;
}

const DockRail = memo(function DockRail({ panels, open, rail, onShow }: DockRailProps) {
  return (
    <nav className="dock-rail" aria-label="Panels" ref={rail}>
      {panels.map(({ id, title, icon: Icon }) => (
        <ToggleButton
          key={id}
          className="dock-button"
          data-panel={id}
          isSelected={id === open}
          onChange={(isSelected) => onShow(isSelected ? id : null)}
        >
          <Icon size={18} aria-hidden="true" />
          <span>{title}</span>
        </ToggleButton>
      ))}
    </nav>
  );
});

interface OpenPanelProps extends PanelProps {
  readonly panel: Panel;
  readonly onClose: () => void;
}

function OpenPanel({ panel, onClose, ...props }: OpenPanelProps) {
  const { dockLed } = props.state;
  const content = usePanel(panel);
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLElement>(null);
  const latestClose = useLatest(onClose);
  useEffect(() => {
    if (dockLed?.panel === panel.id) heading.current?.focus();
  }, [dockLed, panel.id]);
  useEffect(() => {
    const panelElement = body.current;
    // Whoever handles Escape inside (a menu, a field, the editor) says so by preventing the default.
    // Heard on the document, where the handlers of React have had their say.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (event.target instanceof Node && panelElement?.contains(event.target)) latestClose.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [latestClose]);
  return (
    <aside className="dock-panel" aria-labelledby="dock-title" ref={body}>
      <header className="dock-head">
        <h2 id="dock-title" ref={heading} tabIndex={-1}>
          {panel.title}
        </h2>
        <Button className="icon-button" aria-label={`Close ${panel.title}`} onPress={onClose}>
          <X size={18} aria-hidden="true" />
        </Button>
      </header>
      <div className="dock-body">
        {content.kind === 'loading' && <p className="dock-status">Loading…</p>}
        {content.kind === 'failed' && (
          <div className="dock-status" role="alert">
            <p>Unable to load this panel; the page could not be reached. Nothing of yours is lost.</p>
            <Button className="button" onPress={content.retry}>
              Try again
            </Button>
          </div>
        )}
        {content.kind === 'ready' && <content.Component {...props} />}
      </div>
    </aside>
  );
}
