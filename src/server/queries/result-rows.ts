import { createReadStream } from 'node:fs';
import { appendFile, rm } from 'node:fs/promises';
import type { Column, Row } from '../../results/result.ts';

/** Bytes of one answer that stay in memory; longer ones move to a file. */
const mostBytesInMemory = 64 * 1024;

/** The rows of one query as the JSON text of the protocol: written once, read by page, never parsed again. */
export class ResultRows {
  readonly #fields: readonly string[];
  /** Where each row begins; one more than there are rows. */
  #offsets = new Float64Array(256);
  #count = 0;
  #memory: Uint8Array[] = [];
  readonly #path: string;
  #isInFile = false;

  /** The file is made when it is needed. */
  constructor(columns: readonly Column[], path: string) {
    this.#path = path;
    this.#fields = columns.map(({ name }) => `{"field":${JSON.stringify(name)},"value":`);
  }

  get count(): number {
    return this.#count;
  }

  /** Bytes of the rows so far. */
  get bytes(): number {
    return this.#offsets[this.#count]!;
  }

  async append(rows: readonly Row[]): Promise<void> {
    const texts = rows.map((row) => `${this.#json(row)},`);
    const block = Buffer.from(texts.join(''));
    await this.#store(block);
    this.#reserve(this.#count + rows.length + 1);
    for (const text of texts) {
      this.#offsets[this.#count + 1] = this.#offsets[this.#count]! + Buffer.byteLength(text);
      this.#count++;
    }
  }

  /** The rows `from` … `to`, half-open, as items of a JSON list. */
  async *slice(from: number, to: number): AsyncGenerator<Uint8Array> {
    if (to <= from) return;
    const start = this.#offsets[from]!;
    // Without the comma after the last row.
    const end = this.#offsets[to]! - 1;
    if (this.#isInFile) yield* createReadStream(this.#path, { start, end: end - 1 }) as AsyncIterable<Uint8Array>;
    else yield Buffer.concat(this.#memory).subarray(start, end);
  }

  /** The rows as values, for lookup tables made from answers. */
  async rows(): Promise<readonly (readonly { readonly field: string; readonly value: string }[])[]> {
    const parts: Uint8Array[] = [];
    for await (const part of this.slice(0, this.#count)) parts.push(part);
    return JSON.parse(`[${Buffer.concat(parts).toString()}]`) as { field: string; value: string }[][];
  }

  async dispose(): Promise<void> {
    this.#memory = [];
    if (this.#isInFile) await rm(this.#path, { force: true });
  }

  /** A missing field is left out of its row. */
  #json(row: Row): string {
    const cells = row.flatMap((cell, index) =>
      cell === undefined ? [] : [`${this.#fields[index]!}${JSON.stringify(cell)}}`],
    );
    return `[${cells.join(',')}]`;
  }

  async #store(block: Uint8Array): Promise<void> {
    if (!this.#isInFile && this.bytes + block.length <= mostBytesInMemory) {
      this.#memory.push(block);
      return;
    }
    // What is in memory goes first. No file stays open: there may be a thousand answers.
    await appendFile(this.#path, Buffer.concat([...this.#memory, block]));
    this.#isInFile = true;
    this.#memory = [];
  }

  #reserve(length: number): void {
    if (length <= this.#offsets.length) return;
    const longer = new Float64Array(Math.max(length, this.#offsets.length * 2));
    longer.set(this.#offsets);
    this.#offsets = longer;
  }
}
