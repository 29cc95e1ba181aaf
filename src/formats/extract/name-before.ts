const naming: readonly RegExp[] = [
  /\b(?:resource|data)\s+"[\w-]+"\s+"([\w-]+)"\s*\{/g, // Terraform resource
  /\b(?:module|variable)\s+"([\w-]+)"\s*\{/g, // Terraform module, variable
  /\b(?:this|self|scope|stack)\s*,\s*['"]([\w-]+)['"]/g, // CDK construct
  /\badd_?[Ff]low_?[Ll]og\(\s*['"]([\w-]+)['"]/g, // CDK method of a VPC
  /^( *)([\w-]+):[ \t]*(?:#.*)?\r?\n\1 +Type:/gm, // CloudFormation logical ID
];

/** The name of the nearest resource, construct or logical ID that begins before a place. */
export function nameBefore(text: string, place: number): readonly string[] {
  let best: { readonly index: number; readonly name: string } | undefined;
  for (const pattern of naming) {
    for (const match of text.slice(0, place).matchAll(pattern)) {
      if (!best || match.index > best.index) best = { index: match.index, name: match[2] ?? match[1]! };
    }
  }
  return best ? [best.name] : [];
}
