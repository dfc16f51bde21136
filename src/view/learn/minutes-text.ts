/** How long lessons take, as it is said: `24 min`, `3 h 5 min`. */

const HOUR = 60;

export function minutesText(lessons: readonly { readonly minutes: number }[]): string {
  const all = lessons.reduce((sum, { minutes }) => sum + minutes, 0);
  const [hours, minutes] = [Math.floor(all / HOUR), all % HOUR];
  if (hours === 0) return `${minutes} min`;
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
}
