-- An order counts as quarantined the lines of its record that are dead letters.
-- Letters of an earlier run may stay behind when a later one accepts their lines, so those of the order's run count; and those
-- of a later one, which finds them again, where the order's own row is sealed by a backfill.
SELECT order_id, quarantined_lines, count(l.line) AS letters
FROM core.orders AS o
LEFT JOIN ops.dead_letters AS l
  ON (l.topic, l.partition, l."offset") = (o.kafka_topic, o.kafka_partition, o.kafka_offset)
  AND l.line > 0 AND l.run_id >= o.run_id
GROUP BY order_id, quarantined_lines
HAVING quarantined_lines <> count(l.line)
