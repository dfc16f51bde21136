/** A browser's own error page loads again by itself after about this long (Chromium's second automatic reload). */
export const PAGE_RETRY_MS = 5_000;
