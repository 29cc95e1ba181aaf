import { describe, expect, it } from 'vitest';
import { parseFilterPattern } from '../../src/server/filter-pattern/filter-pattern.ts';

const json =
  '{"eventType":"UpdateTrail","sourceIPAddress":"111.111.111.111","n":5,"ok":true,"no":null,"arr":[{"id":"x"}]}';
const access = '127.0.0.1 - frank [10/Oct/2000:13:25:15 -0700] "GET /index.html HTTP/1.0" 404 1534';

describe('a filter pattern', () => {
  it.each([
    ['', 'anything', true],
    ['ERROR', '[ERROR 400] BAD REQUEST', true],
    ['ERROR', 'error', false],
    ['ERROR ARGUMENTS', 'ERROR MISSING ARGUMENTS', true],
    ['ERROR ARGUMENTS', 'ERROR 400', false],
    ['?ERROR ?ARGUMENTS', 'ARGUMENTS missing', true],
    ['?ERROR ?ARGUMENTS', 'fine', false],
    ['ERROR -ARGUMENTS', 'ERROR 400', true],
    ['ERROR -ARGUMENTS', 'ERROR ARGUMENTS', false],
    ['"INTERNAL SERVER ERROR"', 'ERROR 500 INTERNAL SERVER ERROR', true],
    ['"INTERNAL SERVER ERROR"', 'INTERNAL ERROR SERVER', false],
    ['%4[0-9]{2}%', 'status 404', true],
    ['%4[0-9]{2}%', 'status 504', false],
    ['ERROR ?WARN', 'ERROR alone', true],
  ])('of terms: %s on %s', (pattern, message, expected) => {
    expect(parseFilterPattern(pattern)(message)).toBe(expected);
  });

  it.each([
    ['{ $.eventType = "UpdateTrail" }', true],
    ['{ $.eventType = UpdateTrail }', true],
    ['{ $.eventType = "Update*" }', true],
    ['{ $.eventType = "Trail" }', false],
    ['{ $.eventType = %Trail$% }', true],
    ['{ $.sourceIPAddress != 123.123.* }', true],
    ['{ $.sourceIPAddress != 111.111.* }', false],
    ['{ $.n > 4 }', true],
    ['{ $.n >= 5.0 }', true],
    ['{ $.n = 5e0 }', true],
    ['{ $.n < 5 }', false],
    ['{ $.arr[0].id = x }', true],
    ['{ $.arr[1].id = x }', false],
    ['{ $.ok IS TRUE }', true],
    ['{ $.ok IS FALSE }', false],
    ['{ $.no IS NULL }', true],
    ['{ $.missing NOT EXISTS }', true],
    ['{ $.n NOT EXISTS }', false],
    ['{ $.missing != 1 }', false],
    ['{ ($.n = 1 || $.n = 5) && $.eventType = "UpdateTrail" }', true],
    ['{ $.n = 1 || $.n = 5 && $.eventType = "x" }', false],
  ])('of JSON: %s', (pattern, expected) => {
    expect(parseFilterPattern(pattern)(json)).toBe(expected);
  });

  it.each([
    ['[ip, user, username, timestamp, request, status_code, bytes]', true],
    ['[ip, user, username, timestamp, request, status_code]', false],
    ['[..., status_code=4*, bytes]', true],
    ['[ip, ..., status_code=5*, bytes]', false],
    ['[ip, user, username, timestamp, request =*.html*, status_code = 4*, bytes > 1000]', true],
    ['[ip, user, username, timestamp, request, status_code = 404 || status_code = 410, bytes]', true],
    ['[ip, user, username, timestamp, request, status_code >= 400 && status_code < 404, bytes]', false],
    ['[ip=%127\\.0\\.0\\.[1-9]%, ...]', true],
  ])('of fields: %s', (pattern, expected) => {
    expect(parseFilterPattern(pattern)(access)).toBe(expected);
  });

  it('finds no JSON in text', () => {
    expect(parseFilterPattern('{ $.a = 1 }')('{not json')).toBe(false);
  });

  it.each(['{ $.a = 1', '{ $.a }', '{ a = 1 }', '[a, b', '[a, ..., b, ...]', '"open', '%[%'])(
    'that is broken is refused: %s',
    (pattern) => {
      expect(() => parseFilterPattern(pattern)).toThrow(/^Invalid filter pattern/);
    },
  );
});
