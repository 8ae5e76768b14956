-- An order counts as quarantined the lines of its record that are dead letters.
-- Letters of an earlier run may stay behind when a later one accepts their lines, so those of the order's run count.
WITH letters AS (
  SELECT topic, partition, "offset", run_id, count(*) AS letters
  FROM ops.dead_letters
  WHERE line > 0
  GROUP BY topic, partition, "offset", run_id
)
SELECT order_id, quarantined_lines, coalesce(letters, 0) AS letters
FROM core.orders AS o
LEFT JOIN letters AS l
  ON (l.topic, l.partition, l."offset", l.run_id) = (o.kafka_topic, o.kafka_partition, o.kafka_offset, o.run_id)
WHERE quarantined_lines <> coalesce(letters, 0)
