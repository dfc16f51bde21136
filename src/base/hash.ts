/**
 * A 64-bit digest of integers and strings, kept as two 32-bit halves. Integer arithmetic only, so
 * that every engine gives the same digest. Not for security.
 */
export class Hash {
  #a = 0x811c9dc5;
  #b = 0x9e3779b9;
  readonly #strings = new Map<string, number>();

  /** Mixes in one integer; only its low 32 bits count. */
  addInt(value: number): void {
    this.#a = Math.imul(this.#a ^ value, 0x01000193);
    this.#a ^= this.#a >>> 15;
    this.#b = Math.imul(this.#b + value, 0x85ebca6b);
    this.#b ^= this.#b >>> 13;
  }

  addString(text: string): void {
    let code = this.#strings.get(text);
    if (code === undefined) {
      code = hashString(text);
      this.#strings.set(text, code);
    }
    this.addInt(code);
  }

  /** Sixteen hexadecimal digits. */
  digest(): string {
    return hex(this.#a) + hex(this.#b);
  }
}

/** A 32-bit hash of a string's UTF-16 code units (FNV-1a). */
export function hashString(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
