/** Free text and compressed text inside a link. */

import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { decodeBase64Url, encodeBase64Url } from '../base/base64url.ts';

/** Beyond this a link is a bomb: no scenario that may be read is longer. */
const MOST_BYTES = 1_000_000;

/** Percent-encoded so that no character of it means something to the link, to Markdown or to a chat program. */
export function encodeText(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** `null` when the text was cut inside an escape. */
export function decodeText(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Deflated, in base64 that needs no escapes. The same text always gives the same result. */
export function packText(text: string): string {
  return encodeBase64Url(deflateSync(strToU8(text), { level: 9 }));
}

/** `null` when it was not packed by {@link packText}, or unpacks to more than a megabyte. */
export function unpackText(packed: string): string | null {
  const packedBytes = decodeBase64Url(packed);
  if (packedBytes === null) return null;
  try {
    const bytes = inflateSync(packedBytes, { out: new Uint8Array(MOST_BYTES) });
    return bytes.length >= MOST_BYTES ? null : strFromU8(bytes);
  } catch {
    return null;
  }
}
