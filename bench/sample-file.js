import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** A file of made records in a format; made once and kept under .bench. */
export function sampleFile(count, format = 'vpc-default') {
  const file = `.bench/${format}-${count}.log`;
  if (existsSync(file)) return file;
  mkdirSync('.bench', { recursive: true });
  const descriptor = openSync(`${file}.part`, 'w');
  const command = ['bin/flowq.js', 'sample', '--format', format, '--lines', String(count), '--seed', '1'];
  const made = spawnSync(process.execPath, command, { stdio: ['ignore', descriptor, 'inherit'] });
  closeSync(descriptor);
  if (made.status !== 0) throw new Error('flowq sample failed');
  renameSync(`${file}.part`, file);
  return file;
}

/** The same, packed; for as many records as fit into memory. */
export function packedFile(count, format = 'vpc-default') {
  const file = sampleFile(count, format);
  const packed = `${file}.gz`;
  if (existsSync(packed)) return packed;
  writeFileSync(`${packed}.part`, gzipSync(readFileSync(file)));
  renameSync(`${packed}.part`, packed);
  return packed;
}
