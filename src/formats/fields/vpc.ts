import type { FieldDefinition } from '../format.ts';
import { vpcVersion2Fields } from './vpc-version-2.ts';
import { vpcVersion3To5Fields } from './vpc-version-3-to-5.ts';
import { vpcVersion7To11Fields } from './vpc-version-7-to-11.ts';

/** All 54 fields of VPC flow logs, versions 2 to 11, in the order of the manual. */
export const vpcFields: readonly FieldDefinition[] = [
  ...vpcVersion2Fields,
  ...vpcVersion3To5Fields,
  ...vpcVersion7To11Fields,
];
