import type { Command } from '../language/command-nodes.ts';
import type { Flow } from './flow.ts';

/** Compiles one kind of query command: changes the flow so that it is the rows after the command. */
export type CompileCommand<K extends Command['kind']> = (command: Extract<Command, { kind: K }>, flow: Flow) => void;
