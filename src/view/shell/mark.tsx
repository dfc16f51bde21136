/** The mark: a plug that has just left its socket. */
export function Mark({ size, isPlain = false }: { readonly size: number; readonly isPlain?: boolean }) {
  return (
    <svg
      className="mark"
      width={size}
      height={size}
      viewBox="0 0 22 22"
      fill="none"
      stroke="currentColor"
      strokeWidth={isPlain ? 2.3 : 1.9}
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M2 11h4.5M6.5 6.5v9h3.2a4.5 4.5 0 0 0 0-9z" />
      <path d="M15.5 8.6h-2.2M15.5 13.4h-2.2M15.5 6.8v8.4M15.5 11H20" {...(isPlain ? {} : { stroke: 'var(--harm)' })} />
    </svg>
  );
}
