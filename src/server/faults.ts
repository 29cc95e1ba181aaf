import { ConnectionCut } from './connection-cut.ts';
import { seededRandom } from './random.ts';
import { ServerError } from './server-error.ts';
import { ServiceFault } from './service-fault.ts';

/** How often things go wrong, each from 0 to 1. */
export interface FaultRates {
  /** Of requests: ThrottlingException. */
  readonly throttle?: number;
  /** Of requests: ServiceUnavailableException, HTTP 503. */
  readonly error?: number;
  /** Of requests: the connection is reset. */
  readonly reset?: number;
  /** Of queries: they end as `Timeout`. */
  readonly timeout?: number;
  /** Of queries: they end as `Failed`. */
  readonly fail?: number;
}

const names: readonly (keyof FaultRates)[] = ['throttle', 'error', 'reset', 'timeout', 'fail'];

/** `throttle=0.05,error=0.01`. */
export function readFaultRates(text: string): FaultRates {
  const rates: Partial<Record<keyof FaultRates, number>> = {};
  for (const part of text.split(',')) {
    const [name, rate, ...rest] = part.split('=').map((word) => word.trim());
    const value = rate === undefined || rate === '' ? NaN : Number(rate);
    if (!names.includes(name as keyof FaultRates) || rest.length > 0 || !(value >= 0 && value <= 1)) {
      throw new ServerError(
        `"${part}" is no fault; write ${names.join(', ')}, each with a rate from 0 to 1: throttle=0.05,reset=0.01.`,
      );
    }
    rates[name as keyof FaultRates] = value;
  }
  return rates;
}

/** Things that go wrong on purpose, the same way for the same seed and order of requests. */
export class Faults {
  readonly #rates: FaultRates;
  readonly #random: () => number;

  constructor(rates: FaultRates, seed: number) {
    this.#rates = rates;
    this.#random = seededRandom(seed);
  }

  /** Throws where this request is to go wrong; nothing of it is done then. */
  strike(): void {
    const { throttle = 0, error = 0, reset = 0 } = this.#rates;
    if (throttle + error + reset === 0) return;
    const draw = this.#random();
    if (draw < throttle) throw new ServiceFault('ThrottlingException', 'Rate exceeded');
    if (draw < throttle + error) {
      throw new ServiceFault('ServiceUnavailableException', 'The service cannot complete the request.', {
        status: 503,
      });
    }
    if (draw < throttle + error + reset) throw new ConnectionCut();
  }

  /** How a query that starts now is to end, if not well. */
  doomOfQuery(): 'Failed' | 'Timeout' | undefined {
    const { timeout = 0, fail = 0 } = this.#rates;
    if (timeout + fail === 0) return undefined;
    const draw = this.#random();
    return draw < timeout ? 'Timeout' : draw < timeout + fail ? 'Failed' : undefined;
  }
}
