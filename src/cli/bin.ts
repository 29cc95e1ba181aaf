import { processContext } from './context.ts';
import { main } from './main.ts';

const context = processContext();
process.exitCode = await main(process.argv.slice(2), context);
