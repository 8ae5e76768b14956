-- Every sales mart from a transaction file alone, in DuckDB: nothing of Highstreet is used. Money is in micros.
-- ${FILE}: the transactions; ${CATEGORIES}: the list that derives categories, which is data, as the file is.

CREATE TABLE read_rows AS
SELECT row_number() OVER () AS n,
       trim(InvoiceNo) AS invoice,
       coalesce(trim(StockCode), '') AS product,
       coalesce(trim(Description), '') AS description,
       TRY_CAST(trim(Quantity) AS DECIMAL(18, 3)) AS quantity,
       TRY_CAST(InvoiceDate AS TIMESTAMP) AS local_time,
       TRY_CAST(TRY_CAST(trim(UnitPrice) AS DECIMAL(18, 6)) * 1000000 AS BIGINT) AS price,
       nullif(regexp_replace(trim(CustomerID), '^(\d+)\.0+$', '\1'), '') AS customer
FROM read_csv('${FILE}', header = true, all_varchar = true, null_padding = true, strict_mode = false, parallel = false);

-- British Summer Time: from the last Sunday of March, 01:00 UTC, to the last Sunday of October, 01:00 UTC. A time that
-- occurs twice is the first of the two; one that is skipped, 01:30 in March, is the instant that clocks call 02:30.
CREATE TABLE file_rows AS
WITH valid AS (
  SELECT * FROM read_rows
  WHERE invoice <> '' AND quantity = trunc(quantity) AND local_time IS NOT NULL AND price IS NOT NULL
), changes AS (
  SELECT *,
         make_date(year(local_time), 3, 31) - dayofweek(make_date(year(local_time), 3, 31))::integer AS spring,
         make_date(year(local_time), 10, 31) - dayofweek(make_date(year(local_time), 10, 31))::integer AS autumn
  FROM valid
)
SELECT n, invoice, product, description, quantity::bigint AS quantity, price, customer,
       local_time - CASE WHEN local_time >= spring + INTERVAL 2 HOUR AND local_time < autumn + INTERVAL 2 HOUR
                         THEN INTERVAL 1 HOUR ELSE INTERVAL 0 HOUR END AS utc_time
FROM changes;

CREATE TABLE invoices AS
WITH folded AS (
  SELECT invoice, min(n) AS first_row, min(utc_time) AS utc_time,
         arg_min(customer, n) FILTER (WHERE customer IS NOT NULL) AS customer
  FROM file_rows GROUP BY invoice
), changes AS (
  SELECT *,
         make_date(year(utc_time), 3, 31) - dayofweek(make_date(year(utc_time), 3, 31))::integer AS spring,
         make_date(year(utc_time), 10, 31) - dayofweek(make_date(year(utc_time), 10, 31))::integer AS autumn
  FROM folded
), local AS (
  SELECT *, utc_time + CASE WHEN utc_time >= spring + INTERVAL 1 HOUR AND utc_time < autumn + INTERVAL 1 HOUR
                            THEN INTERVAL 1 HOUR ELSE INTERVAL 0 HOUR END AS local_time
  FROM changes
)
SELECT invoice, starts_with(invoice, 'C') AS is_return, customer, utc_time,
       row_number() OVER (ORDER BY utc_time, first_row) AS place,
       date_trunc('hour', utc_time) AS hour, local_time::date AS day, date_trunc('month', local_time)::date AS month
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

CREATE TABLE category_terms AS
WITH lines AS (
  SELECT row_number() OVER () AS place, line
  FROM read_csv('${CATEGORIES}', header = false, columns = {'line': 'VARCHAR'}, delim = '\0', quote = '', escape = '', parallel = false)
), rules AS (
  SELECT place, trim(split_part(line, ':', 1)) AS category, unnest(string_split(substr(line, instr(line, ':') + 1), ',')) AS term
  FROM lines WHERE trim(line) <> '' AND NOT starts_with(line, '#')
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

-- Lines that count: something sold for something, or something taken back for something.
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

