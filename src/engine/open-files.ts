import type { EventSource } from './event-source.ts';
import { findDamage } from './input/check-archives.ts';
import { checkFiles, groupsOf, inspectFiles, tellBroken, tellVanished } from './input/inspect-files.ts';
import type { PeekedFile } from './input/peek.ts';
import { joinParts, type OpenedPart } from './join-parts.ts';
import type { FileInput } from './local-input.ts';
import type { Reader, ReaderContext } from './reader.ts';

/** The events of files, folders, globs and standard input; each file's kind is found from its beginning. */
export async function openFiles(input: FileInput, context: ReaderContext): Promise<EventSource> {
  await context.connection.run("SET TimeZone = 'UTC'");
  const { files, reader, notices } = await inspectFiles(input, context);
  const source = await openInspected(files, reader, input.format ? { ...context, format: input.format } : context);
  return { ...source, notices: [`Input: ${source.label}.`, ...notices, ...(source.notices ?? [])] };
}

/** The events of files whose beginning is known. */
export async function openInspected(
  files: readonly PeekedFile[],
  given: Reader | undefined,
  context: ReaderContext,
): Promise<EventSource> {
  const parts: OpenedPart[] = [];
  for (const group of groupsOf(files, given)) {
    parts.push({ ...group, part: await group.reader.open(group.files, context) });
  }
  const source = joinParts(parts, context.format);
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const bytes = files.reduce((sum, file) => sum + file.textBytes, 0);
  const { shape } = source;
  const broken = files.filter((file) => file.broken !== undefined).map((file) => `${tellBroken(file)} It is left out.`);
  return {
    ...source,
    ...(broken.length > 0 && { warnings: () => [...broken, ...(source.warnings?.() ?? [])] }),
    ...(shape.kind === 'lines' && files.some(isLambdaLog) && { shape: { ...shape, isLambda: true } }),
    ...(!files.some(({ isParquet }) => isParquet) && { bytes }),
    size,
    findDamage: (signal = context.signal) => findDamage(files, signal),
    ...(!context.isSecondTry && {
      retry: async (error) => {
        if (!isAboutReading(error)) return undefined;
        const { peeked, vanished } = await checkFiles(files, context.signal);
        const again = await openInspected(peeked, given, { ...context, isSecondTry: true });
        // What the first try said is said.
        return { ...again, notices: tellVanished(vanished) };
      },
    }),
  };
}

/** The platform's own lines, whatever stands around them in an export. */
function isLambdaLog({ text }: PeekedFile): boolean {
  return /(?:^|"|Z )(?:START|END|REPORT) RequestId: [0-9a-f]{8}-/m.test(text);
}

/** DuckDB's errors that come from the bytes of a file, not from the query. */
function isAboutReading(error: unknown): boolean {
  if (!(error instanceof Error) || /^(Parser|Binder|Catalog) Error/.test(error.message)) return false;
  return /CSV|JSON|GZIP|gzip|zstd|ZSTD|parquet|snappy|Invalid Error|IO Error|No files found|Cannot open file|unicode|UTF-?8|flowq: /i.test(
    error.message,
  );
}
