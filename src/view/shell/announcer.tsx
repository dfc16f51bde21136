/** Tells people who do not see the stage what changed on it: in batches, never word by word. */

import { useEffect, useMemo, useRef, useState } from 'react';
import type { LaneView } from '../../projection/stage/stage-reader.ts';

interface AnnouncerProps {
  readonly lanes: readonly LaneView[];
  /** While a flag is dragged nothing is said: it would never end. */
  readonly isQuiet: boolean;
}

export function Announcer({ lanes, isQuiet }: AnnouncerProps) {
  const outcome = lanes.map(({ head }) => `${head.title}: ${head.verdict.text}.`).join(' ');
  const said = useRef<ReadonlyMap<string, string>>(new Map());
  const [changes, setChanges] = useState('');
  const statuses = useMemo(
    () =>
      new Map(
        lanes.flatMap(({ head, surfaces }) =>
          surfaces.map(({ label, statusText }) => [`${head.title}, ${label}`, statusText] as const),
        ),
      ),
    [lanes],
  );
  useEffect(() => {
    if (isQuiet) return;
    const news = [...statuses].filter(([place, status]) => said.current.get(place) !== status);
    const isFirst = said.current.size === 0;
    said.current = statuses;
    if (!isFirst && news.length > 0) setChanges(news.map(([place, status]) => `${place}: ${status}.`).join(' '));
  }, [statuses, isQuiet]);
  return (
    <div className="visually-hidden">
      <p role="status">{isQuiet ? '' : outcome}</p>
      <p role="status">{isQuiet ? '' : changes}</p>
    </div>
  );
}
