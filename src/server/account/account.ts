import type { EventTables, StreamFigures } from '../events/event-tables.ts';
import type { RecordTable } from '../events/record-table.ts';
import { notFound, ServiceFault } from '../service-fault.ts';
import { groupNameOf } from './arn.ts';
import type { LogGroup, LogStream } from './log-group.ts';
import type { LookupTable } from './lookup-table.ts';
import type { QueryDefinition } from './query-definition.ts';
import { Shelf } from './shelf.ts';

/** Everything an account has besides events. Changes are kept before they are answered. */
export class Account {
  readonly definitions: Shelf<QueryDefinition>;
  readonly lookupTables: Shelf<LookupTable>;
  readonly #groups: Shelf<LogGroup>;
  readonly #streams: Shelf<LogStream>;

  private constructor(shelves: {
    readonly groups: Shelf<LogGroup>;
    readonly streams: Shelf<LogStream>;
    readonly definitions: Shelf<QueryDefinition>;
    readonly lookupTables: Shelf<LookupTable>;
  }) {
    this.#groups = shelves.groups;
    this.#streams = shelves.streams;
    this.definitions = shelves.definitions;
    this.lookupTables = shelves.lookupTables;
  }

  static async open(records: RecordTable): Promise<Account> {
    return new Account({
      groups: await Shelf.open(records, 'group', ({ name }: LogGroup) => name),
      streams: await Shelf.open(records, 'stream', ({ group, name }: LogStream) => streamKey(group, name)),
      definitions: await Shelf.open(records, 'definition', ({ id }: QueryDefinition) => id),
      lookupTables: await Shelf.open(records, 'lookup-table', ({ name }: LookupTable) => name),
    });
  }

  /** Sorted by name. */
  groups(): readonly LogGroup[] {
    return this.#groups.sorted();
  }

  /** A group by its name or ARN. */
  findGroup(identifier: string): LogGroup | undefined {
    return this.#groups.get(groupNameOf(identifier));
  }

  group(identifier: string): LogGroup {
    const found = this.findGroup(identifier);
    if (!found) throw notFound('The specified log group does not exist.');
    return found;
  }

  /** Makes a group and the table for its events. */
  async addGroup(group: Omit<LogGroup, 'table'>, events: EventTables): Promise<LogGroup> {
    if (this.findGroup(group.name)) {
      throw new ServiceFault('ResourceAlreadyExistsException', 'The specified log group already exists');
    }
    const made = { ...group, table: 1 + Math.max(0, ...this.groups().map(({ table }) => table)) };
    // The name is taken from here on, though nothing is kept yet.
    this.#groups.hold(made);
    await events.create(made.table);
    await this.#groups.put(made);
    return made;
  }

  async changeGroup(name: string, change: Partial<LogGroup>): Promise<void> {
    await this.#groups.put({ ...this.group(name), ...change });
  }

  /** The group and its streams; the caller drops its events. */
  async removeGroup(name: string): Promise<void> {
    const streams = this.streams(name);
    await this.#groups.delete(name);
    for (const stream of streams) await this.#streams.delete(streamKey(name, stream.name));
  }

  /** Sorted by name. */
  streams(group: string): readonly LogStream[] {
    return this.#streams.sorted().filter((stream) => stream.group === group);
  }

  findStream(group: string, name: string): LogStream | undefined {
    return this.#streams.get(streamKey(group, name));
  }

  stream(group: string, name: string): LogStream {
    const found = this.findStream(group, name);
    if (!found) throw notFound('The specified log stream does not exist.');
    return found;
  }

  async addStream(group: string, name: string, createdAt: number): Promise<void> {
    if (this.findStream(group, name)) {
      throw new ServiceFault('ResourceAlreadyExistsException', 'The specified log stream already exists');
    }
    await this.#streams.put({ group, name, createdAt, bytes: 0 });
  }

  async removeStream(group: string, name: string): Promise<void> {
    await this.#streams.delete(streamKey(group, name));
  }

  /** Adds what a batch of events brought. Not kept: at the next start the events themselves are counted. */
  countEvents(group: string, figures: StreamFigures): void {
    const stream = this.stream(group, figures.stream);
    this.#streams.hold({
      ...stream,
      firstTimestamp: Math.min(stream.firstTimestamp ?? Infinity, figures.firstTimestamp),
      lastTimestamp: Math.max(stream.lastTimestamp ?? 0, figures.lastTimestamp),
      lastIngestion: Math.max(stream.lastIngestion ?? 0, figures.lastIngestion),
      bytes: stream.bytes + figures.bytes,
    });
  }

  /** Counts the events that are there: at the start, and when many came at once. */
  async countStoredEvents(events: EventTables): Promise<void> {
    for (const group of this.groups()) {
      for (const figures of await events.figures(group.table)) {
        const stream = this.findStream(group.name, figures.stream);
        const { firstTimestamp, lastTimestamp, lastIngestion, bytes } = figures;
        if (stream) this.#streams.hold({ ...stream, firstTimestamp, lastTimestamp, lastIngestion, bytes });
      }
    }
  }
}

/** Neither groups nor streams may hold a colon. */
function streamKey(group: string, stream: string): string {
  return `${group}:${stream}`;
}
