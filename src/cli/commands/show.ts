import { alternatives, type Template, type TemplateParameter } from '../../generate/template.ts';
import { openLibrary } from '../../library/find.ts';
import { renderDiagnostic } from '../../text/render.ts';
import { wrap } from '../../text/wrap.ts';
import { defineCommand } from '../command.ts';

export const showCommand = defineCommand({
  builder: (yargs) =>
    yargs
      .positional('name', {
        type: 'string',
        demandOption: true,
        describe: 'Template or saved query: its name, or a path',
      })
      .example('$0 show reject-counts', 'What a template needs and takes')
      .example('$0 show top-rejected-sources', 'A saved query, ready to paste'),
  async handler(options, context) {
    const found = openLibrary(context.cwd).find(options.name);
    if (found.kind === 'template') {
      context.stdout(describeTemplate(found.template, context.width));
      return 0;
    }
    const { source, diagnostics } = found.query;
    for (const diagnostic of diagnostics) context.stderr(`${renderDiagnostic(source, diagnostic)}\n`);
    context.stdout(`${source.text.trimEnd()}\n`);
    return 0;
  },
});

function describeTemplate(template: Template, width: number): string {
  const { name, title, description, needs, parameters, examples, source } = template;
  const sections = [
    `${name}: ${title}`,
    wrap(description, 0, width),
    `Needs the fields: ${needs.length === 0 ? 'none' : wrap(needs.map((need) => alternatives(need).join(' or ')).join(', '), 18, width)}`,
    parameters.length === 0
      ? ''
      : `Parameters:\n${parameters.map((item) => describeParameter(item, width)).join('\n')}`,
    examples.length === 0 ? '' : `Examples:\n${examples.map((example) => `  ${example}`).join('\n')}`,
    `Template:\n${bodyOf(source.text)
      .split('\n')
      .map((line) => `  ${line}`)
      .join('\n')}`,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function describeParameter(parameter: TemplateParameter, width: number): string {
  const { name, type, list, values, description } = parameter;
  const kind = values ? values.join(' | ') : list ? `${type}, …` : type;
  const given = parameter.default === undefined ? 'required' : `default ${parameter.default}`;
  return `  --set ${name}=…\n      ${wrap(`${description} (${kind}; ${given})`, 6, width)}`;
}

function bodyOf(text: string): string {
  return text.replace(/^\s*\{\{!--[\s\S]*?--\}\}\s*/, '').trimEnd();
}
