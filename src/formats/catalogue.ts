import { tgw31 } from './catalogue/tgw-31.ts';
import { tgwDefault } from './catalogue/tgw-default.ts';
import { vpcAll } from './catalogue/vpc-all.ts';
import { vpcCliExample } from './catalogue/vpc-cli-example.ts';
import { vpcDefault } from './catalogue/vpc-default.ts';
import { vpcDefaultRejectReason } from './catalogue/vpc-default-reject-reason.ts';
import { vpcEcs } from './catalogue/vpc-ecs.ts';
import { vpcEncryption } from './catalogue/vpc-encryption.ts';
import { vpcEncryptionShort } from './catalogue/vpc-encryption-short.ts';
import { vpcFlowlogsCli } from './catalogue/vpc-flowlogs-cli.ts';
import { vpcKnowledgeCenter } from './catalogue/vpc-knowledge-center.ts';
import { vpcNatGateway } from './catalogue/vpc-nat-gateway.ts';
import { vpcPacketServices } from './catalogue/vpc-packet-services.ts';
import { vpcPath19 } from './catalogue/vpc-path-19.ts';
import { vpcRegionalNatGateway } from './catalogue/vpc-regional-nat-gateway.ts';
import { vpcServicePath } from './catalogue/vpc-service-path.ts';
import { vpcShortV11 } from './catalogue/vpc-short-v11.ts';
import { vpcTcpFlags } from './catalogue/vpc-tcp-flags.ts';
import { vpcTransitGateway } from './catalogue/vpc-transit-gateway.ts';
import { vpcV10 } from './catalogue/vpc-v10.ts';
import { vpcV3 } from './catalogue/vpc-v3.ts';
import { vpcV3Alphabetical18 } from './catalogue/vpc-v3-alphabetical-18.ts';
import { vpcV4Sublocation } from './catalogue/vpc-v4-sublocation.ts';
import { vpcV5 } from './catalogue/vpc-v5.ts';
import { vpcV5Alphabetical } from './catalogue/vpc-v5-alphabetical.ts';
import { vpcV8Alphabetical } from './catalogue/vpc-v8-alphabetical.ts';
import { vpcV5RejectReason } from './catalogue/vpc-v5-reject-reason.ts';
import { vpcV8 } from './catalogue/vpc-v8.ts';
import { apiGatewayClf } from './catalogue/api-gateway-clf.ts';
import { apiGatewayCsv } from './catalogue/api-gateway-csv.ts';
import { apiGatewayHttpCsv } from './catalogue/api-gateway-http-csv.ts';
import { apiGatewayWebsocketClf } from './catalogue/api-gateway-websocket-clf.ts';
import { nginxCombined } from './catalogue/nginx-combined.ts';
import { nginxMain } from './catalogue/nginx-main.ts';
import { alb } from './catalogue/alb.ts';
import { nlbTls } from './catalogue/nlb-tls.ts';
import { cloudfront } from './catalogue/cloudfront.ts';
import { s3Access } from './catalogue/s3-access.ts';
import { route53Query } from './catalogue/route53-query.ts';
import type { CatalogueFormat } from './catalogue-format.ts';
import type { LogFormat } from './format.ts';
import { printFormat } from './print.ts';
import { readFormatText } from './read-text.ts';

/** A format that people can name. */
export interface CatalogueEntry extends CatalogueFormat {
  readonly format: LogFormat;
}

/** Every format of the catalogue, each family's usual one first. */
export const catalogue: readonly CatalogueEntry[] = [
  vpcDefault,
  vpcV3,
  vpcV5,
  vpcV5Alphabetical,
  vpcV8Alphabetical,
  vpcV8,
  vpcV10,
  vpcAll,
  vpcV5RejectReason,
  vpcDefaultRejectReason,
  vpcTcpFlags,
  vpcNatGateway,
  vpcRegionalNatGateway,
  vpcTransitGateway,
  vpcServicePath,
  vpcCliExample,
  vpcKnowledgeCenter,
  vpcEncryption,
  vpcEncryptionShort,
  vpcPacketServices,
  vpcPath19,
  vpcFlowlogsCli,
  vpcV3Alphabetical18,
  vpcV4Sublocation,
  vpcEcs,
  vpcShortV11,
  tgwDefault,
  tgw31,
  apiGatewayClf,
  apiGatewayCsv,
  apiGatewayHttpCsv,
  apiGatewayWebsocketClf,
  nginxCombined,
  nginxMain,
  alb,
  nlbTls,
  cloudfront,
  s3Access,
  route53Query,
].map(entryOf);

/** Names without aliases, in catalogue order. */
export const formatNames: readonly string[] = catalogue.map(({ name }) => name);

const byName = new Map(
  catalogue.flatMap((entry) => [entry.name, ...(entry.aliases ?? [])].map((name) => [name, entry])),
);
const byText = new Map(catalogue.map((entry) => [entry.text, entry]));

/** The format of a name or alias. */
export function findFormat(nameOrAlias: string): CatalogueEntry | undefined {
  return byName.get(nameOrAlias.toLowerCase());
}

/** The same format with its catalogue name, if the catalogue has it. */
export function namedAs(format: LogFormat): LogFormat {
  const entry = byText.get(printFormat(format));
  return entry?.format.family === format.family ? entry.format : format;
}

/** A format is read from its text when it is first asked for: reading all of them would slow every command. */
function entryOf(data: CatalogueFormat): CatalogueEntry {
  let format: LogFormat | undefined;
  return {
    ...data,
    get format() {
      return (format ??= formatOf(data));
    },
  };
}

function formatOf({ name, text, isDiscovered }: CatalogueFormat): LogFormat {
  const { format, diagnostics } = readFormatText(text);
  if (!format) throw new Error(`Catalogue format "${name}": ${diagnostics[0]!.message}`);
  return { ...format, name, ...(isDiscovered && { isDiscovered: true }) };
}
