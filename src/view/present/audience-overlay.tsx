/** What lies over the room's view: a question that somebody asked, or where to vote. */

import { useMemo } from 'react';
import { qrPicture } from '../../projection/handout/qr-picture.ts';
import type { Overlay } from '../../present/talk.ts';

interface AudienceOverlayProps {
  readonly overlay: Overlay;
  /** Where people vote. */
  readonly address: string;
}

/** Longer questions than this are set smaller. */
const LONG = 90;

export function AudienceOverlay({ overlay, address }: AudienceOverlayProps) {
  if (overlay.kind === 'address') return <VoteAddress address={address} />;
  return (
    <div className="audience-overlay">
      <p className="audience-eyebrow">From the room</p>
      <p className="audience-asked" data-long={overlay.text.length > LONG}>
        {overlay.text}
      </p>
    </div>
  );
}

function VoteAddress({ address }: { readonly address: string }) {
  const source = useMemo(() => `data:image/svg+xml,${encodeURIComponent(qrPicture(address))}`, [address]);
  return (
    <div className="audience-overlay" data-kind="address">
      <img src={source} alt="QR code of the address" />
      <div>
        <p className="audience-eyebrow">Say what you expect, on your own phone</p>
        <p className="audience-address">{address}</p>
        <p className="audience-aside">It gives you a short code. Send it or read it out.</p>
      </div>
    </div>
  );
}
