/**
 * Addresses of a talk (contract):
 *
 *     #/present                               the lessons to choose from
 *     #/present/wifi-blip?talk=k3f9           the audience's view
 *     #/present/wifi-blip/notes?talk=k3f9     the speaker's notes of the same talk
 *     #/present/wifi-blip/vote                where people in the room make a prediction code
 *     #/present/wifi-blip?embed&host=ORIGIN   the audience's view in a frame, steered by messages (`deck-message.ts`)
 *
 * Windows that name the same talk keep in step; two talks never mix.
 */

export type TalkPlace = 'audience' | 'notes' | 'vote';

export interface TalkLink {
  /** The id of the lesson. */
  readonly lesson: string;
  readonly place: TalkPlace;
  /** `null` when the address names none. */
  readonly talk: string | null;
  readonly isEmbed: boolean;
  /** The origin that may steer the frame, `null` for our own. */
  readonly host: string | null;
}

/** `null` when the address names no lesson. */
export function readTalkLink(hash: string): TalkLink | null {
  const match = /^#\/present\/([a-z0-9]+(?:-[a-z0-9]+)*)(?:\/(notes|vote))?\/?(?:\?(.*))?$/s.exec(hash);
  const [, lesson, named, query = ''] = match ?? [];
  if (lesson === undefined) return null;
  const place = named === 'notes' || named === 'vote' ? named : 'audience';
  const fields = new Map(query.split('&').map(readField));
  const talk = fields.get('talk') ?? '';
  const host = fields.get('host') ?? '';
  return {
    lesson,
    place,
    talk: /^[a-z0-9-]{1,40}$/.test(talk) ? talk : null,
    isEmbed: fields.has('embed'),
    host: /^https?:\/\/[a-z0-9.-]+(:\d+)?$/i.test(host) ? host.toLowerCase() : null,
  };
}

export function writeTalkLink({ lesson, place, talk, isEmbed, host }: TalkLink): string {
  const fields = [
    ...(isEmbed ? ['embed'] : []),
    ...(host === null ? [] : [`host=${encodeURIComponent(host)}`]),
    ...(talk === null ? [] : [`talk=${talk}`]),
  ];
  const path = `#/present/${lesson}${place === 'audience' ? '' : `/${place}`}`;
  return fields.length === 0 ? path : `${path}?${fields.join('&')}`;
}

function readField(field: string): readonly [string, string] {
  const at = field.indexOf('=');
  return at === -1 ? [field, ''] : [field.slice(0, at), decoded(field.slice(at + 1))];
}

/** What is no escape is not taken for one. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
