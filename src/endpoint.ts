export type { FaultRates } from './server/faults.ts';
export type { LoadReport, LoadRequest } from './server/load-files.ts';
export { ServerError } from './server/server-error.ts';
export { startServer, type RunningServer, type ServerOptions } from './server/start-server.ts';
