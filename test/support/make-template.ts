import type { Template } from '../../src/generate/template.ts';

/** A template of a test: a body, and whatever else matters to it. */
export function makeTemplate(body: string, properties: Partial<Template> = {}): Template {
  return {
    name: 'sample',
    source: { name: 'sample.hbs', text: body },
    title: 'Sample',
    description: '',
    needs: [],
    parameters: [],
    examples: [],
    ...properties,
  };
}
