/** The way from screen to screen. A screen stands here once it exists. */

import type { ScreenId } from './screen.ts';

const PLACES: readonly { readonly id: ScreenId; readonly title: string; readonly hash: string }[] = [
  { id: 'play', title: 'Play', hash: '#/' },
  { id: 'learn', title: 'Learn', hash: '#/learn' },
  { id: 'present', title: 'Present', hash: '#/present' },
  { id: 'audit', title: 'Audit', hash: '#/audit' },
];

export function SiteNav({ current }: { readonly current: ScreenId }) {
  return (
    <nav className="site-nav" aria-label="Screens">
      {PLACES.map(({ id, title, hash }) => (
        <a key={id} href={hash} aria-current={id === current ? 'page' : undefined}>
          {title}
        </a>
      ))}
    </nav>
  );
}
