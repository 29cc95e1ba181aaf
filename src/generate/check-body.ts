import Handlebars from 'handlebars';
import { didYouMean } from '../text/did-you-mean.ts';
import { TemplateError } from './template-error.ts';
import type { Template } from './template.ts';

const blocks = ['if', 'unless'];

/**
 * Refuses what could put an unquoted or missing value into a query: a value printed without a helper, a name that is
 * no declared parameter, partials. `strict` alone looks neither at arguments of helpers nor at the condition of `if`.
 */
export function checkBody(template: Template, body: hbs.AST.Program, helpers: readonly string[]): void {
  const parameters = template.parameters.map((parameter) => parameter.name);

  class Check extends Handlebars.Visitor {
    override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
      this.call(statement, helpers, `Print values through a helper: ${helpers.join(', ')}.`);
    }

    override SubExpression(expression: hbs.AST.SubExpression): void {
      this.call(expression, helpers, `The helpers are ${helpers.join(', ')}.`);
    }

    override BlockStatement(statement: hbs.AST.BlockStatement): void {
      this.call(statement, blocks, `The blocks are ${blocks.join(', ')}.`);
      this.accept(statement.program);
      // Handlebars leaves it out where there is no else.
      if (statement.inverse as hbs.AST.Program | undefined) this.accept(statement.inverse);
    }

    override PathExpression(path: hbs.AST.PathExpression): void {
      if (parameters.includes(path.original)) return;
      refuse(path, `"${path.original}" is no parameter of the template.${didYouMean(path.original, parameters)}`);
    }

    override PartialStatement(statement: hbs.AST.PartialStatement): void {
      refuse(statement, 'Templates cannot include others.');
    }

    private call(
      node: hbs.AST.MustacheStatement | hbs.AST.SubExpression | hbs.AST.BlockStatement,
      known: readonly string[],
      help: string,
    ): void {
      const name = 'original' in node.path ? String(node.path.original) : '';
      if (!known.includes(name)) refuse(node, `"${name}" is not known here.${didYouMean(name, known)} ${help}`);
      node.params.forEach((parameter) => this.accept(parameter));
    }
  }

  function refuse(node: hbs.AST.Node, message: string): never {
    throw new TemplateError(`${template.source.name}:${node.loc.start.line}:${node.loc.start.column + 1}: ${message}`);
  }

  new Check().accept(body);
}
