-- The day of an order or a return is the date of its occurred_at in the time zone of the run that wrote it.
SELECT of, occurred_at, time_zone, day
FROM (
  SELECT order_id AS of, occurred_at, day, run_id FROM core.orders
  UNION
  SELECT return_id, occurred_at, day, run_id FROM core.order_returns
) AS written
JOIN ops.runs USING (run_id)
WHERE day <> (occurred_at AT TIME ZONE time_zone)::date
