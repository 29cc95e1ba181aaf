import { bytesText, secondsText } from '../output/statistics-text.ts';
import { groupDigits } from '../text/group-digits.ts';
import type { Context } from './context.ts';

/** A line on the terminal that tells how far something is, for as long as it takes. */
export interface ProgressLine {
  readonly show: (text: string) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/** What is done sooner needs no line. */
const silentMilliseconds = 1_000;
const clearLine = '\r\u001b[2K';

/** Shows progress where standard error is a terminal, once it has taken a second. */
export function startProgress({ isErrorTerminal, stderr }: Context, isQuiet: boolean): ProgressLine {
  const started = performance.now();
  let isShown = false;
  return {
    show: (text) => {
      if (!isErrorTerminal || isQuiet || performance.now() - started < silentMilliseconds) return;
      stderr(`${clearLine}${text}`);
      isShown = true;
    },
    end: () => {
      if (isShown) stderr(clearLine);
      isShown = false;
    },
  };
}

/** `42 % of 575 MB, 3.1 s`. */
export function localProgress(progress: {
  readonly fraction: number;
  readonly totalBytes?: number;
  readonly elapsedMilliseconds: number;
}): string {
  const { fraction, totalBytes, elapsedMilliseconds } = progress;
  const percent = `${Math.floor(fraction * 100)} %`;
  const time = secondsText(elapsedMilliseconds);
  if (totalBytes === undefined) return `${percent}, ${time}`;
  const rate = (fraction * totalBytes) / (elapsedMilliseconds / 1000);
  return `${percent} of ${bytesText(totalBytes)}, ${time}, ${bytesText(rate)}/s`;
}

/** `Running: 1,200 of 340,000 records matched, 31.4 MB`. */
export function serviceProgress(progress: {
  readonly status: string;
  readonly recordsMatched: number;
  readonly recordsScanned: number;
  readonly bytesScanned: number;
}): string {
  const { status, recordsMatched, recordsScanned, bytesScanned } = progress;
  const count = (records: number) => groupDigits(records);
  return `${status}: ${count(recordsMatched)} of ${count(recordsScanned)} records matched, ${bytesText(bytesScanned)}`;
}
