import type { Database } from './database.ts';

/** What is kept beside the events: groups, streams, definitions, lookup tables, each as JSON under its key. */
export class RecordTable {
  readonly #database: Database;

  private constructor(database: Database) {
    this.#database = database;
  }

  static async open(database: Database): Promise<RecordTable> {
    await database.write(async (connection) => {
      await connection.run(
        'create table if not exists records (kind varchar, key varchar, body varchar, primary key (kind, key))',
      );
    });
    return new RecordTable(database);
  }

  async put(kind: string, key: string, body: object): Promise<void> {
    await this.#database.write(async (connection) => {
      await connection.run('insert or replace into records values ($1, $2, $3)', [kind, key, JSON.stringify(body)]);
    });
  }

  async delete(kind: string, key: string): Promise<void> {
    await this.#database.write(async (connection) => {
      await connection.run('delete from records where kind = $1 and key = $2', [kind, key]);
    });
  }

  async all<Body>(kind: string): Promise<Body[]> {
    const rows = await this.#database.read('select body from records where kind = $1 order by key', [kind]);
    return rows.map(([body]) => JSON.parse(body as string) as Body);
  }
}
