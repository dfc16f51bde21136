/** Up to three stars, filled as they were earned. */

import { Star } from 'lucide-react';

const MOST = 3;

export function StarRow({ stars }: { readonly stars: number }) {
  return (
    <span className="star-row" role="img" aria-label={`${stars} of ${MOST} stars`}>
      {Array.from({ length: MOST }, (_, at) => (
        <Star key={at} size={20} strokeWidth={1.8} fill={at < stars ? 'currentColor' : 'none'} aria-hidden="true" />
      ))}
    </span>
  );
}
