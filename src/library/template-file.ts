import { parameterTypes, type ParameterType, type Template, type TemplateParameter } from '../generate/template.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import type { Source } from '../text/source.ts';
import { LibraryError } from './library-error.ts';
import { readMetadata, textOf, textsOf } from './metadata.ts';

const keys = ['title', 'description', 'needs', 'parameters', 'examples'];
const parameterKeys = ['type', 'description', 'default', 'values', 'list'];

/** Reads a template: YAML in the leading Handlebars comment, the body after it. */
export function readTemplate(name: string, source: Source): Template {
  const refuse = (message: string): never => {
    throw new LibraryError(`${source.name}: ${message}`);
  };
  const comment = /^\s*\{\{!--([\s\S]*?)--\}\}/.exec(source.text);
  if (!comment) return refuse('A template begins with its metadata in a comment: {{!-- title: … --}}.');
  const block = readMetadata(comment[1]!);
  if (!block.entries) return refuse(`The metadata comment cannot be read: ${block.error.message}.`);
  const values = new Map(block.entries.map(({ key, value }) => [key, value]));
  checkKeys([...values.keys()], keys, refuse);
  const title = textOf(values.get('title'));
  if (!title) return refuse('The metadata needs a "title".');
  return {
    name,
    source,
    title,
    description: textOf(values.get('description') ?? '') ?? refuse('"description" must be a text.'),
    needs: textsOf(values.get('needs') ?? []) ?? refuse('"needs" must be a list of fields: [srcaddr, action].'),
    parameters: readParameters(values.get('parameters') ?? {}, refuse),
    examples: textsOf(values.get('examples') ?? []) ?? refuse('"examples" must be a list of command lines.'),
  };
}

type Refuse = (message: string) => never;

function readParameters(value: unknown, refuse: Refuse): readonly TemplateParameter[] {
  if (!isRecord(value)) return refuse('"parameters" must be a mapping of names to what they are.');
  return Object.entries(value).map(([name, properties]) => {
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
      refuse(`"${name}" cannot name a parameter: begin with a letter, use letters and digits.`);
    if (!isRecord(properties)) return refuse(`Parameter "${name}" needs { type: …, description: … }.`);
    return readParameter(name, properties, refuse);
  });
}

function readParameter(name: string, properties: Readonly<Record<string, unknown>>, refuse: Refuse): TemplateParameter {
  checkKeys(Object.keys(properties), parameterKeys, refuse);
  const type = textOf(properties['type'] ?? 'string') ?? '';
  if (!isParameterType(type)) refuse(`Parameter "${name}" has the type "${type}".${didYouMean(type, parameterTypes)}`);
  const description = textOf(properties['description']) ?? refuse(`Parameter "${name}" needs a "description".`);
  const values = textsOf(properties['values'] ?? []) ?? refuse(`"values" of parameter "${name}" must be a list.`);
  if ((type === 'choice') !== values.length > 0) refuse(`Parameter "${name}": "values" belong to the type choice.`);
  const given = textOf(properties['default']);
  return {
    name,
    type: type,
    description,
    ...(given !== undefined && { default: given }),
    ...(values.length > 0 && { values }),
    ...(properties['list'] === 'true' && { list: true }),
  };
}

function checkKeys(given: readonly string[], known: readonly string[], refuse: Refuse): void {
  const unknown = given.find((key) => !known.includes(key));
  if (unknown !== undefined)
    refuse(`"${unknown}" is not known here.${didYouMean(unknown, known)} Known are ${known.join(', ')}.`);
}

function isParameterType(text: string): text is ParameterType {
  return (parameterTypes as readonly string[]).includes(text);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
