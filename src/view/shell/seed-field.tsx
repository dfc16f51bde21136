/** The seed of the run: the same scenario and seed give the same run, everywhere. */

import { useState } from 'react';

const GREATEST_SEED = 4_294_967_295;

export function SeedField({ seed, onSeed }: { readonly seed: number; readonly onSeed: (seed: number) => void }) {
  const [draft, setDraft] = useState<string | null>(null);
  const settle = () => {
    const wanted = Number(draft ?? seed);
    setDraft(null);
    if (draft !== null && draft !== '' && Number.isInteger(wanted) && wanted >= 0 && wanted <= GREATEST_SEED)
      onSeed(wanted);
  };
  return (
    <label className="seed">
      seed
      <input
        inputMode="numeric"
        value={draft ?? String(seed)}
        size={Math.max(4, (draft ?? String(seed)).length)}
        maxLength={10}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
    </label>
  );
}
