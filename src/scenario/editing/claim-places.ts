/** Where the claims of a scenario stand in its text. */

import type { ClaimResult } from '../claims.ts';
import { readDocument } from '../read-document.ts';
import { placeRange } from './place-range.ts';
import type { TextRange } from './place-range.ts';

export interface PlacedClaim extends TextRange {
  readonly line: number;
  readonly claim: ClaimResult;
}

/** In the order of the text. Empty when it cannot be read. */
export function claimPlaces(text: string, claims: readonly ClaimResult[]): readonly PlacedClaim[] {
  const document = readDocument(text);
  if (!document.ok) return [];
  const { locate } = document.value;
  return claims
    .map((claim) => {
      const [part = '', field = ''] = claim.path.split('.');
      const place = locate(['expect', claim.lane, part, field], 'key');
      return { line: place.line, claim, ...placeRange(text, place) };
    })
    .toSorted((a, b) => a.from - b.from);
}
