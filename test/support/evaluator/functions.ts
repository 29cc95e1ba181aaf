import type { Call, DurationLiteral, Expression } from '../../../src/language/ast.ts';
import { naturalOrder } from './order.ts';
import { parsed } from './row.ts';
import { ceilTime, floorTime } from './time.ts';
import { isNumeric, Json, numberOf, textOf, truthOf, type Value } from './value.ts';

/** How a call reads its arguments. */
export type Evaluate = (expression: Expression) => Value;

/** A call of a function of one row. */
export function callFunction({ name, args }: Call, evaluate: Evaluate): Value {
  const apply = functions[name.text.toLowerCase()];
  if (!apply) throw new Error(`The second evaluator does not know ${name.text}.`);
  return apply(args, evaluate);
}

type Apply = (args: readonly Expression[], evaluate: Evaluate) => Value;

/** A function of texts; a missing argument gives a missing result. */
function ofTexts(apply: (...texts: string[]) => Value): Apply {
  return (args, evaluate) => {
    const texts = args.map((argument) => textOf(evaluate(argument)));
    return texts.some((text) => text === undefined) ? undefined : apply(...(texts as string[]));
  };
}

/** A function of numbers. */
function ofNumbers(apply: (...numbers: number[]) => Value): Apply {
  return (args, evaluate) => {
    const numbers = args.map((argument) => numberOf(evaluate(argument)));
    return numbers.some((number) => number === undefined) ? undefined : apply(...(numbers as number[]));
  };
}

/** The numbers that are there. */
function ofPresent(apply: (...numbers: number[]) => number): Apply {
  return (args, evaluate) => {
    const numbers = args.map((argument) => numberOf(evaluate(argument))).filter((number) => number !== undefined);
    return numbers.length > 0 ? apply(...numbers) : undefined;
  };
}

function ofTime(apply: (time: Date, period: DurationLiteral) => Date): Apply {
  return ([time, period], evaluate) => {
    const moment = numberOf(evaluate(time!));
    return moment === undefined ? undefined : apply(new Date(moment), period as DurationLiteral);
  };
}

const functions: Readonly<Record<string, Apply>> = {
  ispresent: ([field], evaluate) => evaluate(field!) !== undefined,
  isempty: ([field], evaluate) => (textOf(evaluate(field!)) ?? '') === '',
  isblank: ([field], evaluate) => /^[\t\n\f\r ]*$/.test(textOf(evaluate(field!)) ?? ''),
  isnumeric: ([field], evaluate) => isNumeric(textOf(evaluate(field!)) ?? ''),
  if: ([condition, yes, no], evaluate) => evaluate(truthOf(evaluate(condition!)) === true ? yes! : no!),
  case: (args, evaluate) => {
    for (let index = 0; index + 1 < args.length; index += 2) {
      if (truthOf(evaluate(args[index]!)) === true) return evaluate(args[index + 1]!);
    }
    return args.length % 2 === 1 ? evaluate(args.at(-1)!) : undefined;
  },
  coalesce: (args, evaluate) => args.map(evaluate).find((each) => each !== undefined),
  concat: (args, evaluate) => args.map((argument) => textOf(evaluate(argument)) ?? '').join(''),
  strlen: ofTexts((text) => [...text].length),
  toupper: ofTexts((text) => text.toUpperCase()),
  tolower: ofTexts((text) => text.toLowerCase()),
  trim: ofTexts((text, set) => trimmed(trimmed(text, set, 'start'), set, 'end')),
  ltrim: ofTexts((text, set) => trimmed(text, set, 'start')),
  rtrim: ofTexts((text, set) => trimmed(text, set, 'end')),
  replace: ofTexts((text, find, replacement) => text.split(find).join(replacement)),
  strcontains: ofTexts((text, search) => text.includes(search)),
  startswith: ofTexts((text, prefix) => text.startsWith(prefix)),
  endswith: ofTexts((text, suffix) => text.endsWith(suffix)),
  substr: ([text, start, length], evaluate) => {
    const from = numberOf(evaluate(start!));
    const count = length ? numberOf(evaluate(length)) : Infinity;
    const characters = textOf(evaluate(text!));
    if (characters === undefined || from === undefined || from < 0 || count === undefined || count < 0)
      return undefined;
    return [...characters].slice(Math.trunc(from), Math.trunc(from) + Math.trunc(count)).join('');
  },
  split: ofTexts((text, delimiter) => new Json(text.split(delimiter))),
  tonumber: ofNumbers((number) => number),
  toint: ofNumbers((number) => (Math.abs(Math.trunc(number)) < 2 ** 31 ? Math.trunc(number) : undefined)),
  abs: ofNumbers(Math.abs),
  ceil: ofNumbers(Math.ceil),
  floor: ofNumbers(Math.floor),
  round: ofNumbers((number, decimals = 0) => {
    const factor = 10 ** decimals;
    return (Math.sign(number) * Math.round(Math.abs(number) * factor)) / factor;
  }),
  sqrt: ofNumbers((number) => (number >= 0 ? Math.sqrt(number) : undefined)),
  log: ofNumbers((number) => (number > 0 ? Math.log(number) : undefined)),
  greatest: ofPresent(Math.max),
  least: ofPresent(Math.min),
  jsonparse: ofTexts((text) => {
    const content = parsed(text);
    return content && new Json(content);
  }),
  jsonarraysize: ofTexts((text) => {
    const content = parsed(text);
    return Array.isArray(content) ? content.length : undefined;
  }),
  jsonarraycontains: ([text, wanted], evaluate) => {
    const content = parsed(textOf(evaluate(text!)) ?? '');
    return Array.isArray(content) && content.some((element) => element === textOf(evaluate(wanted!)));
  },
  isvalidipv4: ([address], evaluate) => octetsOf(textOf(evaluate(address!))) !== undefined,
  isipv4insubnet: ([address, subnet], evaluate) => {
    const octets = octetsOf(textOf(evaluate(address!)));
    const [network, bits] = textOf(evaluate(subnet!))!.split('/');
    return octets !== undefined && octets.slice(0, Number(bits)) === octetsOf(network)!.slice(0, Number(bits));
  },
  datefloor: ofTime(floorTime),
  dateceil: ofTime(ceilTime),
  tomillis: ofNumbers((number) => number),
  frommillis: ofNumbers((number) => new Date(number)),
};

function trimmed(text: string, set = ' \t\n\v\f\r', end: 'start' | 'end'): string {
  const characters = [...text];
  while (characters.length > 0 && set.includes(characters.at(end === 'start' ? 0 : -1)!)) {
    if (end === 'start') characters.shift();
    else characters.pop();
  }
  return characters.join('');
}

/** The 32 bits of an address of four numbers, as text. */
function octetsOf(address = ''): string | undefined {
  const octets = address.split('.');
  if (octets.length !== 4 || octets.some((octet) => !/^(0|[1-9]\d{0,2})$/.test(octet) || Number(octet) > 255)) {
    return undefined;
  }
  return octets.map((octet) => Number(octet).toString(2).padStart(8, '0')).join('');
}

/** The smallest or largest of texts. */
export function extremeText(texts: readonly string[], which: 'min' | 'max'): string | undefined {
  const inOrder = [...texts].sort(naturalOrder);
  return inOrder.at(which === 'min' ? 0 : -1);
}
