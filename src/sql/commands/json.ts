import { toText } from '../coerce.ts';
import type { CompileCommand } from '../command.ts';
import { lookUp } from '../flow.ts';
import { jsonAt, pointer } from '../json.ts';
import { fieldOf, wordOf } from '../names.ts';
import { sql, value } from '../value.ts';

/** Values at paths of a field that holds JSON. */
export const json: CompileCommand<'JsonCommand'> = ({ field, paths, span }, flow) => {
  const { pipeline } = flow;
  const message = { kind: 'Field', name: '@message', segments: [{ text: '@message' }], span } as const;
  const text = pipeline.bind(toText(pipeline.bind(lookUp(flow, field ? fieldOf(field) : message), 'input')), 'input');
  const document = pipeline.bind(value('json', sql`cw_document(${text})`), 'document');
  for (const { path, name } of paths) {
    const keys = path.value
      .replace(/^\$\.?/, '')
      .split(/[.[\]]+/)
      .filter((key) => key !== '');
    flow.fields.set(wordOf(name), jsonAt(document, pointer(keys), pipeline.bind));
  }
};
