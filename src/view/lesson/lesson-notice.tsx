/** What stands where a lesson would, with the way back. */

import type { ReactNode } from 'react';
import { ScreenHead } from '../shell/screen-head.tsx';
import './lesson.css';

export function LessonNotice({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="screen">
      <ScreenHead current="learn" />
      <main className="lesson-notice">
        <h1>{title}</h1>
        <div role="status">{children}</div>
        <p>
          <a href="#/learn">All lessons</a>
        </p>
      </main>
    </div>
  );
}
