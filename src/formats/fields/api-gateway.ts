import type { OpenFields } from '../field-sets.ts';
import type { FieldDefinition, FieldKind } from '../format.ts';

const unset = 'when the variable has no value';

/** `$context` variables of REST, HTTP and WebSocket APIs; field names keep their dots. */
export const apiGatewayFields: readonly FieldDefinition[] = [
  word('accountId', 'Account that owns the API.', '123456789012'),
  word('apiId', 'API.', 'a1b2c3d4e5'),
  text('authorize.error', 'Error of the authorization.'),
  number('authorize.latency', 'Milliseconds of the authorization.', '5'),
  number('authorize.status', 'Status of the authorization.', '200'),
  text('authenticate.error', 'Error of the authentication.'),
  number('authenticate.latency', 'Milliseconds of the authentication.', '3'),
  number('authenticate.status', 'Status of the authentication.', '200'),
  text('authorizer.error', 'Error of the authorizer.'),
  number('authorizer.integrationLatency', 'Milliseconds of the authorizer.', '21'),
  number('authorizer.integrationStatus', 'Status of the authorizer function.', '200'),
  number('authorizer.latency', 'Milliseconds of the authorizer.', '22'),
  word('authorizer.principalId', 'Principal that the authorizer returned.', 'user'),
  word('authorizer.requestId', 'Request to the authorizer.', '1f3e0b3a-72a4-4c48-9f2d-8e2b6a2f1c55'),
  number('authorizer.status', 'Status of the authorizer.', '200'),
  word('awsEndpointRequestId', 'Request to the AWS endpoint.', '3f6ac1f2-0b44-4cb4-8e6e-7c6f9e7a1b02'),
  word('awsEndpointRequestId2', 'Second request identifier of the AWS endpoint.', 'Jq0lXfCq9m4='),
  word('cipherSuite', 'TLS cipher.', 'ECDHE-RSA-AES128-GCM-SHA256'),
  number('connectedAt', 'Unix millisecond of the connection.', '1795169730123'),
  word('connectionId', 'WebSocket connection.', 'L0SM9cOFvHcCIhw='),
  word('customDomain.basePathMatched', 'Path mapping that matched.', 'v1'),
  word('customDomain.routingRuleIdMatched', 'Routing rule that matched.', 'rule-1'),
  number('dataProcessed', 'Bytes processed.', '512', 'count'),
  word('deploymentId', 'Deployment of the API.', 'dep123'),
  word('domainName', 'Host that was called.', 'api.example.com'),
  word('domainPrefix', 'First label of the host.', 'api'),
  word('endpointType', 'Kind of the endpoint.', 'REGIONAL'),
  text('error.message', 'Error message of API Gateway.'),
  text('error.messageString', 'Error message in quotes.'),
  word('error.responseType', 'Kind of the gateway response.', 'ACCESS_DENIED'),
  text('error.validationErrorString', 'What the validation found.'),
  word('eventType', 'CONNECT, MESSAGE or DISCONNECT.', 'MESSAGE'),
  word('extendedRequestId', 'Extended identifier of the request.', 'd4ZqYF1KIAMFXyA='),
  word('httpMethod', 'Method of the request.', 'GET'),
  word('identity.accountId', 'Account of the caller.', '123456789012'),
  word('identity.apiKey', 'API key of the request.', 'key'),
  word('identity.apiKeyId', 'Identifier of the API key.', 'k1a2b3'),
  word('identity.caller', 'Principal of the caller.', 'AIDAEXAMPLE'),
  text('identity.clientCert.clientCertPem', 'Client certificate.'),
  text('identity.clientCert.issuerDN', 'Issuer of the client certificate.'),
  word('identity.clientCert.serialNumber', 'Serial number of the client certificate.', '01:02'),
  text('identity.clientCert.subjectDN', 'Subject of the client certificate.'),
  text('identity.clientCert.validity.notAfter', 'End of the client certificate.'),
  text('identity.clientCert.validity.notBefore', 'Begin of the client certificate.'),
  word('identity.cognitoAuthenticationProvider', 'Cognito provider of the caller.', 'provider'),
  word('identity.cognitoAuthenticationType', 'Cognito authentication type.', 'authenticated'),
  word('identity.cognitoIdentityId', 'Cognito identity of the caller.', 'us-east-1:id'),
  word('identity.cognitoIdentityPoolId', 'Cognito identity pool.', 'us-east-1:pool'),
  word('identity.principalOrgId', 'Organization of the caller.', 'o-a1b2c3d4e5'),
  word('identity.sourceIp', 'Address of the caller.', '203.0.113.10', 'address'),
  word('identity.user', 'Principal that the resource policy sees.', 'AIDAEXAMPLE'),
  text('identity.userAgent', 'User-Agent header of the request.'),
  word('identity.userArn', 'ARN of the principal.', 'arn:aws:iam::123456789012:user/alice'),
  word('identity.vpcId', 'VPC that the request came from.', 'vpc-0aaaaaaaaaaaaaaa1'),
  word('identity.vpceId', 'VPC endpoint that the request came through.', 'vpce-0aaaaaaaaaaaaaaa1'),
  text('integration.error', 'Error of the integration.'),
  number('integration.integrationStatus', 'Status of the integration function.', '200'),
  number('integration.latency', 'Milliseconds of the integration.', '30'),
  word('integration.requestId', 'Request to the integration.', '9f1c2b34-5d6e-4f70-8a91-b2c3d4e5f607'),
  word('integration.responseTransferMode', 'BUFFERED or STREAM.', 'BUFFERED'),
  number('integration.status', 'Status of the integration.', '200'),
  number('integration.timeToAllHeaders', 'Milliseconds to all headers.', '12'),
  number('integration.timeToFirstContent', 'Milliseconds to the first content.', '13'),
  text('integrationErrorMessage', 'Error message of the integration.'),
  number('integrationLatency', 'Milliseconds of the integration.', '30'),
  number('integrationStatus', 'Status of the integration.', '200'),
  word('isCanaryRequest', 'Whether the canary answered.', 'false'),
  word('messageId', 'WebSocket message.', 'L0SM9cOFvHcAbcd='),
  text('path', 'Path of the request.'),
  word('protocol', 'Protocol of the request.', 'HTTP/1.1'),
  word('requestId', 'Identifier of the request.', '9f1c2b34-5d6e-4f70-8a91-b2c3d4e5f607'),
  text('requestTime', 'Time in the common log format.', '20/Nov/2026:10:15:30 +0000'),
  number('requestTimeEpoch', 'Unix millisecond of the request.', '1795169730123'),
  word('resourceId', 'Resource of the API.', 'abc123'),
  word('resourcePath', 'Path of the resource.', '/pets'),
  number('responseLatency', 'Milliseconds until the answer.', '42'),
  number('responseLength', 'Bytes of the answer.', '512', 'count'),
  number('responseOverride.status', 'Status that an override set.', '200'),
  text('routeKey', 'Route of HTTP and WebSocket APIs; for HTTP it holds a space.', 'GET /pets'),
  word('stage', 'Stage of the API.', 'prod'),
  number('status', 'Status of the answer.', '200'),
  word('tlsVersion', 'TLS version.', 'TLSv1.2'),
  text('waf.error', 'Error of the web ACL.'),
  number('waf.latency', 'Milliseconds of the web ACL.', '2'),
  number('waf.status', 'Status of the web ACL.', '200'),
  word('wafResponseCode', 'What the web ACL decided.', 'WAF_ALLOW'),
  word('webaclArn', 'ARN of the web ACL.', 'arn:aws:wafv2:us-east-1:123456789012:regional/webacl/a/b'),
  word('xrayTraceId', 'X-Ray trace.', '1-58337262-36d228ad5d99923122bbe354'),
];

/** Groups of `$context` variables whose last part is the API's own. */
export const apiGatewayOpenFields: readonly OpenFields[] = [
  open('authorizer.claims.', 'Claim of the token.'),
  open('authorizer.', 'Property that the authorizer returned.'),
  open('requestOverride.header.', 'Header that an override set in the request.'),
  open('requestOverride.path.', 'Path part that an override set in the request.'),
  open('requestOverride.querystring.', 'Argument that an override set in the request.'),
  open('responseOverride.header.', 'Header that an override set in the answer.'),
];

function word(name: string, meaning: string, example: string, kind: FieldKind = 'identifier'): FieldDefinition {
  return { name: `context.${name}`, type: 'string', kind, meaning, missing: unset, examples: [example] };
}

function text(name: string, meaning: string, example = 'text'): FieldDefinition {
  return { name: `context.${name}`, type: 'string', kind: 'text', meaning, missing: unset, examples: [example] };
}

function number(name: string, meaning: string, example: string, kind: FieldKind = 'number'): FieldDefinition {
  return { name: `context.${name}`, type: 'number', kind, meaning, missing: unset, examples: [example] };
}

function open(prefix: string, meaning: string): OpenFields {
  const definition = { type: 'string', kind: 'text', meaning, missing: unset, examples: ['value'] } as const;
  return { prefix: `context.${prefix}`, definition };
}
