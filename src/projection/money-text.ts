/** How money is written on the page: in dollars, with as many digits as it takes to tell small sums apart. */

/** `1234.5` as `$1,234.50`, `0.0412` as `$0.0412`, `-3` as `−$3.00`. */
export function moneyText(dollars: number): string {
  return `${dollars < 0 ? '−' : ''}$${amountText(Math.abs(dollars))}`;
}

/** The same without sign and currency, for a column that names its unit. */
export function amountText(dollars: number): string {
  const amount = Math.abs(dollars);
  const digits = amount === 0 || amount >= 1 ? 2 : amount >= 0.1 ? 3 : 4;
  return amount.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
