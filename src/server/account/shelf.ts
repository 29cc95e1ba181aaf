import type { RecordTable } from '../events/record-table.ts';

/** Things of one kind by their key: in memory for reading, in the records for the next start. */
export class Shelf<Thing extends object> {
  readonly #records: RecordTable;
  readonly #kind: string;
  readonly #keyOf: (thing: Thing) => string;
  readonly #things = new Map<string, Thing>();
  #sorted: readonly Thing[] | undefined;

  private constructor(records: RecordTable, kind: string, keyOf: (thing: Thing) => string) {
    this.#records = records;
    this.#kind = kind;
    this.#keyOf = keyOf;
  }

  static async open<Thing extends object>(
    records: RecordTable,
    kind: string,
    keyOf: (thing: Thing) => string,
  ): Promise<Shelf<Thing>> {
    const shelf = new Shelf(records, kind, keyOf);
    for (const thing of await records.all<Thing>(kind)) shelf.hold(thing);
    return shelf;
  }

  get(key: string): Thing | undefined {
    return this.#things.get(key);
  }

  /** All of them, by key. */
  sorted(): readonly Thing[] {
    this.#sorted ??= [...this.#things].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, thing]) => thing);
    return this.#sorted;
  }

  /** Seen by others at once; resolves when it is kept. */
  async put(thing: Thing): Promise<void> {
    this.hold(thing);
    await this.#records.put(this.#kind, this.#keyOf(thing), thing);
  }

  /** In memory only. */
  hold(thing: Thing): void {
    this.#things.set(this.#keyOf(thing), thing);
    this.#sorted = undefined;
  }

  async delete(key: string): Promise<void> {
    this.#things.delete(key);
    this.#sorted = undefined;
    await this.#records.delete(this.#kind, key);
  }
}
