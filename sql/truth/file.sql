-- The ground of a file's answer key, in DuckDB: from a file of transactions alone to the lines that count. Written from
-- docs/replay.md and docs/contract.md; nothing is shared with the replay, the jobs, or the truth's own base.sql.
--
-- Expects measures.sql, a table `category_list` (place, line) with the lines of the list that derives categories, which
-- is data, as the file is, and the variables
--   file         the transactions
--   compression  gzip or none
--   first_day, last_day  the days that are asked for; they may be set later
--   columns      the file's columns with their type, which is text, and one more: {'InvoiceNo': 'VARCHAR', …, 'beyond': 'VARCHAR'}

-- Texts without blanks around them. A field that a row lacks is null, which an empty one is not; one that a row has too
-- many is beyond. What cannot be read at all is left out.
CREATE MACRO stripped(text) AS trim(text, ' ' || chr(9) || chr(10) || chr(13));
CREATE TABLE read_rows AS
SELECT row_number() OVER () AS n, COLUMNS(*)
FROM read_csv(getvariable('file'), compression = getvariable('compression'), columns = getvariable('columns'),
              auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = chr(1), null_padding = true,
              strict_mode = false, ignore_errors = true, parallel = false);

-- Numbers and times as they are written; null where they are none. Money is in micros, and nothing is finer.
CREATE TABLE valid_rows AS
WITH whole AS (
  SELECT * FROM read_rows WHERE COLUMNS(* EXCLUDE beyond) IS NOT NULL AND beyond IS NULL
), said AS (
  SELECT n, stripped(InvoiceNo) AS invoice, stripped(StockCode) AS product, stripped(Description) AS description,
         TRY_CAST(stripped(Quantity) AS DECIMAL(18, 6)) AS quantity,
         try_strptime(stripped(InvoiceDate), '%Y-%m-%d %H:%M:%S') AS local_time,
         CAST(TRY_CAST(stripped(UnitPrice) AS DECIMAL(18, 8)) AS DECIMAL(28, 8)) * 1000000 AS price,
         nullif(regexp_replace(stripped(CustomerID), '^(\d+)\.0+$', '\1'), '') AS customer
  FROM whole
)
SELECT n, invoice, product, description, CAST(quantity AS BIGINT) AS quantity, local_time, CAST(price AS BIGINT) AS price, customer
FROM said
WHERE invoice <> '' AND quantity = trunc(quantity) AND abs(quantity) <= 2147483647 AND local_time >= TIMESTAMP '1970-01-01'
  AND price = trunc(price) AND abs(price) <= 9223372036854775807
  AND abs(CAST(quantity AS HUGEINT) * CAST(price AS HUGEINT)) <= 9223372036854775807
  AND greatest(length(invoice), length(product), length(description), length(coalesce(customer, ''))) <= 10000;

-- British Summer Time: from the last Sunday of March, 01:00 UTC, to the last Sunday of October, 01:00 UTC. A time that
-- occurs twice is the first of the two; one that is skipped, 01:30 in March, is the instant that clocks call 02:30.
CREATE MACRO last_sunday(year, month) AS make_date(year, month, 31) - CAST(dayofweek(make_date(year, month, 31)) AS INTEGER);

CREATE TABLE file_rows AS
SELECT * EXCLUDE (local_time),
       local_time - CASE WHEN local_time >= last_sunday(year(local_time), 3) + INTERVAL 2 HOUR
                          AND local_time < last_sunday(year(local_time), 10) + INTERVAL 2 HOUR
                         THEN INTERVAL 1 HOUR ELSE INTERVAL 0 HOUR END AS utc_time
FROM valid_rows;

-- Each at the time of its earliest row, of the first customer that is named.
CREATE TABLE invoices AS
WITH folded AS (
  SELECT invoice, min(n) AS first_row, min(utc_time) AS utc_time,
         arg_min(customer, n) FILTER (WHERE customer IS NOT NULL) AS customer
  FROM file_rows GROUP BY invoice
), local AS (
  SELECT *, utc_time + CASE WHEN utc_time >= last_sunday(year(utc_time), 3) + INTERVAL 1 HOUR
                             AND utc_time < last_sunday(year(utc_time), 10) + INTERVAL 1 HOUR
                            THEN INTERVAL 1 HOUR ELSE INTERVAL 0 HOUR END AS local_time
  FROM folded
)
SELECT invoice, starts_with(invoice, 'C') AS is_return, customer, row_number() OVER (ORDER BY utc_time, first_row) AS place,
       date_trunc('hour', utc_time) AT TIME ZONE 'UTC' AS hour, CAST(local_time AS DATE) AS day,
       CAST(date_trunc('month', local_time) AS DATE) AS month
FROM local;

-- What each month says about a product, and what it leaves as it was.
CREATE TABLE product_months AS
WITH sayings AS (
  SELECT r.product, i.month, i.place, r.n, r.price, r.description
  FROM file_rows r JOIN invoices i USING (invoice)
  WHERE r.product <> ''
), prices AS (
  SELECT product, month, price, count(*) AS rows FROM sayings WHERE price > 0 GROUP BY ALL
), modal AS (
  SELECT product, month, arg_min(price, (-rows, price)) AS price FROM prices GROUP BY ALL
), names AS (
  SELECT product, month,
         arg_max(description, (place, n)) FILTER (WHERE description <> '' AND price > 0) AS priced_name,
         arg_max(description, (place, n)) FILTER (WHERE description <> '') AS any_name
  FROM sayings GROUP BY ALL
)
SELECT product, month,
       coalesce(last_value(price IGNORE NULLS) OVER so_far, 0) AS list_price,
       coalesce(last_value(priced_name IGNORE NULLS) OVER so_far, last_value(any_name IGNORE NULLS) OVER so_far, product) AS name
FROM names LEFT JOIN modal USING (product, month)
WINDOW so_far AS (PARTITION BY product ORDER BY month);

-- The first line of the list that names a product's code, or a word of its name, in the singular or the plural.
CREATE TABLE category_terms AS
WITH rules AS (
  SELECT place, trim(split_part(line, ':', 1)) AS category, unnest(string_split(substr(line, instr(line, ':') + 1), ',')) AS term
  FROM category_list WHERE trim(line) <> '' AND NOT starts_with(line, '#')
)
SELECT place, category, trim(term) AS term FROM rules;

CREATE TABLE product_categories AS
WITH products AS (
  SELECT DISTINCT product, name, ' ' || trim(regexp_replace(upper(name), '[^A-Z0-9]+', ' ', 'g')) || ' ' AS words
  FROM product_months
), matches AS (
  SELECT p.product, p.name, arg_min(t.category, t.place) AS category
  FROM products p
  JOIN category_terms t
    ON CASE WHEN starts_with(t.term, '=') THEN p.product = substr(t.term, 2)
            ELSE contains(p.words, ' ' || t.term || ' ') OR contains(p.words, ' ' || t.term || 'S ') END
  GROUP BY ALL
)
SELECT product, name, coalesce(category, 'Other') AS category FROM products LEFT JOIN matches USING (product, name);

-- Lines that count: something sold for something, or something taken back for something. A cost is assumed: 0.60 of the
-- list price.
CREATE TABLE lines AS
SELECT i.*, r.product AS product_id, c.category, 'online' AS store_id, 'WEBSITE' AS channel,
       CASE WHEN is_return THEN -r.quantity ELSE r.quantity END AS units,
       abs(r.quantity) * r.price AS amount,
       abs(r.quantity) * CAST(round(m.list_price * 0.60::DECIMAL(3, 2)) AS BIGINT) AS cost
FROM file_rows r
JOIN invoices i USING (invoice)
JOIN product_months m ON m.product = r.product AND m.month = i.month
JOIN product_categories c ON c.product = r.product AND c.name = m.name
WHERE r.price > 0 AND CASE WHEN is_return THEN r.quantity < 0 ELSE r.quantity > 0 END;

-- What each line adds to the measures of the groups that it belongs to; a return adds no order and no customer.
CREATE VIEW movements AS
SELECT hour, day, month, product_id, category, store_id, channel,
       CASE WHEN is_return
            THEN {'order_id': NULL, 'customer_id': NULL, 'units': 0, 'gross': 0, 'discount': 0, 'cost': 0,
                  'returned_units': units, 'refund': amount, 'returned_cost': cost}
            ELSE {'order_id': invoice, 'customer_id': customer, 'units': units, 'gross': amount, 'discount': 0, 'cost': cost,
                  'returned_units': 0, 'refund': 0, 'returned_cost': 0} END AS movement
FROM lines
WHERE day BETWEEN getvariable('first_day') AND getvariable('last_day');
