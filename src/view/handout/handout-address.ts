/** Which handout an address asks for. */

/** The id of a lesson, `null` for the whole course. */
export function handoutLesson(hash: string): string | null {
  return /^#\/handout\/([a-z0-9-]+)/.exec(hash)?.[1] ?? null;
}

/** The whole address of a hash of this page. */
export function addressOf(hash: string): string {
  return `${location.href.replace(/#.*$/, '')}${hash}`;
}

/** Nobody else can follow a link to it. */
export function isOwnComputer(): boolean {
  return location.protocol === 'file:' || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(location.hostname);
}
