/** The command line itself is wrong: an unknown flag, a value out of range, flags that exclude each other. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Something the person named cannot be used: a file that is not there, a folder in place of a file. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** The person pressed Ctrl-C. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';

  constructor() {
    super('Interrupted.');
  }
}

/** Whoever read standard output has seen enough (`| head`): no error of ours, but a reason to stop and tidy up. */
export class OutputClosedError extends Error {
  override readonly name = 'OutputClosedError';

  constructor() {
    super('Nobody reads standard output any more.');
  }
}
