/** The six parts of the course, in their order. */

export const LESSON_PARTS = ['pipe', 'surfaces', 'live-control', 'limits', 'many', 'judgement'] as const;

export type LessonPart = (typeof LESSON_PARTS)[number];

export const LESSON_PART_TITLES: Readonly<Record<LessonPart, string>> = {
  pipe: 'The pipe',
  surfaces: 'The surfaces',
  'live-control': 'Live control',
  limits: 'Crashes, limits, money',
  many: 'Many agents, many people',
  judgement: 'Judgement',
};

/** How many lessons the course has; they are numbered from 1. */
export const LESSON_COUNT = 25;
