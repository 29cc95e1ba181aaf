/** US dollars per GB in us-east-1; other regions have other prices. */
const pricePerGigabyte = { ingested: 0.5, scanned: 0.005 };

/** Queries that each case asks, as a rule: two looks until its events are there, and its own. */
const queriesPerCase = 3;

/** What a run costs about, as a sentence. */
export function estimate(cases: number, bytes: number): string {
  const scanned = bytes * queriesPerCase;
  const dollars = (bytes * pricePerGigabyte.ingested + scanned * pricePerGigabyte.scanned) / 1e9;
  return (
    `${cases} cases, each with a log group of its own: about ${bytes.toLocaleString('en-US')} bytes ingested and ` +
    `${scanned.toLocaleString('en-US')} bytes scanned, at the prices of us-east-1 ($${pricePerGigabyte.ingested} per GB ` +
    `ingested, $${pricePerGigabyte.scanned} per GB scanned) ${dollars < 0.01 ? 'less than one cent' : `$${dollars.toFixed(2)}`}.`
  );
}
