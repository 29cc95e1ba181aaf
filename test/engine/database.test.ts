import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/engine/database.ts';

describe('openDatabase', () => {
  it('fetches no extension and keeps its temporary folder under the one of the system', async () => {
    const database = await openDatabase({ memoryLimit: '100MB' });
    const settings = await database.connection.runAndReadAll(
      `SELECT current_setting('autoinstall_known_extensions'), current_setting('autoload_known_extensions'), starts_with(current_setting('temp_directory'), '${database.temporaryFolder}')`,
    );
    expect(settings.getRows()).toEqual([[false, false, true]]);
    await database.close();
  });

  it('leaves nothing behind', async () => {
    const listeners = process.listenerCount('exit');
    const database = await openDatabase();
    expect(existsSync(database.temporaryFolder)).toBe(true);
    expect(process.listenerCount('exit')).toBe(listeners + 1);
    await database.close();
    expect(existsSync(database.temporaryFolder)).toBe(false);
    expect(process.listenerCount('exit')).toBe(listeners);
  });
});
