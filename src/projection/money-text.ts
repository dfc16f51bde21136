/** How money is written on the page: in dollars, with as many digits as it takes to tell small sums apart. */

/** `1234.5` as `1,234.50`, `0.0412` as `0.0412`, nothing as `0`: without sign and currency. */
export function amountText(dollars: number): string {
  const amount = Math.abs(dollars);
  const digits = amount === 0 ? 0 : amount >= 1 ? 2 : amount >= 0.1 ? 3 : 4;
  return amount.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
