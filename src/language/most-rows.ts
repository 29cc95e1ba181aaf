/** The most rows that a query can be limited to: the service gives no more. */
export const mostRows = 100_000;
