import { isFormatKey, type Piece } from './piece.ts';

/** Strings of a JSON text: `aws ec2 describe-flow-logs`, CloudFormation templates, Terraform plans and states. */
export function jsonPieces(text: string): readonly Piece[] | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  const value = parsed(text);
  if (value === undefined) return undefined;
  const strings: { readonly text: string; readonly names: readonly string[]; readonly isDeclared: boolean }[] = [];
  collect(value, { names: [], isDeclared: false });
  let from = 0;
  return strings.map((string) => {
    const literal = text.indexOf(JSON.stringify(string.text), from);
    const start = literal === -1 ? from : literal + 1;
    const end = literal === -1 ? from : start + JSON.stringify(string.text).length - 2;
    from = end;
    return { ...string, span: { start, end } };
  });

  function collect(node: unknown, place: { readonly names: readonly string[]; readonly isDeclared: boolean }): void {
    if (typeof node === 'string') {
      if (node.includes('$')) strings.push({ text: node, ...place });
    } else if (Array.isArray(node)) {
      for (const item of node) collect(item, place);
    } else if (typeof node === 'object' && node !== null) {
      const own = ownNames(node as Record<string, unknown>);
      for (const [key, child] of Object.entries(node)) {
        // A logical ID of CloudFormation is the key of an object with a type.
        const isLogicalId = typeof child === 'object' && child !== null && 'Type' in child && 'Properties' in child;
        const names = isLogicalId ? [key] : [...own, ...(own.length === 0 ? place.names : [])];
        collect(child, { names, isDeclared: isFormatKey(key) || (key === 'Fn::Sub' && place.isDeclared) });
      }
    }
  }
}

const nameKeys = ['FlowLogId', 'LogGroupName', 'address', 'name'];

function ownNames(node: Readonly<Record<string, unknown>>): readonly string[] {
  return nameKeys.flatMap((key) => (typeof node[key] === 'string' ? [node[key]] : []));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: a file that begins with a bracket for another reason.
    return undefined;
  }
}
