/** The smallest number of each length. */
const powers = `[${Array.from({ length: 19 }, (_, zeros) => `1${'0'.repeat(zeros)}`).join(', ')}]::bigint[]`;

/**
 * Macros that every connection defines before it runs a compiled query: the coercions of the language. Arguments of a
 * macro are copied as text, so the compiler passes columns, never expressions.
 */
export const prelude: readonly string[] = [
  // A number is what this pattern says; TRY_CAST alone takes `nan`, `inf`, ` 22 ` and `1_000`.
  // What a whole number prints back as is what it was; the pattern looks at the others only, for it costs more.
  String.raw`create or replace temp macro cw_num(x) as case when cast(try_cast(x as bigint) as varchar) = x then cast(try_cast(x as bigint) as double) when regexp_full_match(x, '[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?') then try_cast(x as double) end`,
  // For columns of whole numbers, with another way standing by should one not be: x as text, and as BIGINT if it can be cast.
  // What can be cast is written in digits alone if it begins with 1-9 and is as large as its length says; `1_0e3` is too:
  // where an exponent makes up for a blank or an underscore, it adds three zeros at least. Those and all else are compared
  // with what they print as.
  `create or replace temp macro cw_whole(x, n) as case when x >= '1' and n >= (${powers})[strlen(x)] and n % 1000 <> 0 then n when cast(n as varchar) = x then n when x = '-' or x is null then null else error('flowq: a text that is no whole number') end`,
  // The same of a number that was read as one.
  `create or replace temp macro cw_counted(x) as case when x = cast(x as bigint) then cast(x as bigint) when x is null then null else error('flowq: a number that is not whole') end`,
  // A sum of such numbers that does not depend on their order: NaN and infinity are greater than any limit.
  `create or replace temp macro cw_exact(x) as case when x is null or abs(x) <= ${Number.MAX_SAFE_INTEGER} then x else error('flowq: a sum that is not exact') end`,
  // A key whose order is the natural order of texts that are not numbers: digit runs by length, then by value.
  String.raw`create or replace temp macro cw_natural(x) as list_transform(regexp_extract_all(x, '[0-9]+|[^0-9]+'), lambda r: case when r[1] between '0' and '9' then '0' || chr(32 + least(length(r), 90000)::int) || r else r end)`,
  // Odd multiples of 1/32 are all the doubles that lie halfway between two of four decimals: away from zero, as cells are told.
  `create or replace temp macro cw_tie(x) as case when abs(x * 32) % 2 = 1 then x + sign(x) * 1e-6 else x end`,
  // Numbers inside a text (concat, strlen): integers plain, others to four decimals without trailing zeros. TRY_CAST, for
  // DuckDB casts the field of a struct in all rows, whatever branch of a CASE they take.
  `create or replace temp macro cw_text(x) as case when x is null or not isfinite(x) then null when x = trunc(x) and abs(x) < 1e15 then try_cast(x as bigint)::varchar when abs(x) >= 1e15 then format('{:.0f}', x) else case rtrim(rtrim(format('{:.4f}', cw_tie(x)), '0'), '.') when '-0' then '0' else rtrim(rtrim(format('{:.4f}', cw_tie(x)), '0'), '.') end end`,
  `create or replace temp macro cw_time(x) as strftime(make_timestamp(x * 1000), '%Y-%m-%d %H:%M:%S.%g')`,
  `create or replace temp macro cw_finite(x) as case when isfinite(x) then x end`,
  'create or replace temp macro cw_document(x) as case when json_valid(x) then x end',
  String.raw`create or replace temp macro cw_ipv4(x) as case when regexp_full_match(x, '((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)') then (split_part(x, '.', 1)::bigint << 24) + (split_part(x, '.', 2)::bigint << 16) + (split_part(x, '.', 3)::bigint << 8) + split_part(x, '.', 4)::bigint end`,
  `create or replace temp macro cw_subnet_size(cidr) as case when regexp_full_match(cidr, '[0-9.]+/([12]?[0-9]|3[0-2])') then 1::bigint << (32 - split_part(cidr, '/', 2)::int) end`,
  `create or replace temp macro cw_in_subnet4(x, cidr) as coalesce(cw_ipv4(x) // cw_subnet_size(cidr) = cw_ipv4(split_part(cidr, '/', 1)) // cw_subnet_size(cidr), false)`,
  `create or replace temp macro cw_private4(n) as coalesce(n between 167772160 and 184549375 or n between 2886729728 and 2887778303 or n between 3232235520 and 3232301055, false)`,
  // 0/8, 100.64/10, 127/8, 169.254/16, 192.0.0/24, 192.0.2/24, 198.18/15, 198.51.100/24, 203.0.113/24, 224/3
  `create or replace temp macro cw_reserved4(n) as coalesce(n < 16777216 or n between 1681915904 and 1686110207 or n between 2130706432 and 2147483647 or n between 2851995648 and 2852061183 or n between 3221225472 and 3221225727 or n between 3221225984 and 3221226239 or n between 3323068416 and 3323199487 or n between 3325256704 and 3325256959 or n between 3405803776 and 3405804031 or n >= 3758096384, false)`,
  // The scalar behind a JSON value: booleans are 1 and 0; null, maps and lists are no scalar.
  `create or replace temp macro cw_scalar(j) as case json_type(j) when 'BOOLEAN' then case when j::varchar = 'true' then '1' else '0' end when 'NULL' then null when 'OBJECT' then null when 'ARRAY' then null else j->>'$' end`,
  // The value behind a JSON value where maps and lists are values too (jsonParse).
  `create or replace temp macro cw_value(j) as case json_type(j) when 'BOOLEAN' then case when j::varchar = 'true' then '1' else '0' end when 'NULL' then null when 'OBJECT' then j::varchar when 'ARRAY' then j::varchar else j->>'$' end`,
];
