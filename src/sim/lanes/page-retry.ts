/** A browser's own error page loads again by itself after about this long in the model; an assumption, not measured. */
export const PAGE_RETRY_MS = 5_000;
