-- What a run counts as accepted or set aside is what it has written, row for row.
-- A later run may have taken over rows of an earlier one, so only the newest run must still have all of its own, and backfills
-- are left out of that: they have taken over rows, too, and keep them; and they count whole months, but write some days of them.
-- More rows than counts are a fault of accepted and late events alone: after a failure, which of two copies is
-- quarantined or behind, and which is repeated, may be decided the other way round.
-- What files bring to a backfill comes by topics of its own, and is counted with the topics that carry the same events.
WITH written AS (
  SELECT run_id, 'highstreet.orders' AS topic, 'ACCEPTED' AS outcome, '' AS reason, count(*) AS events, sum(accepted_lines) AS lines
  FROM core.orders GROUP BY run_id
  UNION ALL
  SELECT run_id, 'highstreet.returns', 'ACCEPTED', '', count(DISTINCT return_id), count(*)
  FROM core.order_returns GROUP BY run_id
  UNION ALL
  SELECT run_id, topic, kind, '', count(*), 0
  FROM ops.late_events GROUP BY run_id, topic, kind
  UNION ALL
  SELECT run_id, carried.topic, 'QUARANTINED', reason, count(*), 0
  FROM ops.dead_letters, regexp_replace(dead_letters.topic, '\.upload-[^.]+', '') AS carried (topic)
  WHERE line = 0 GROUP BY run_id, carried.topic, reason
  UNION ALL
  SELECT run_id, carried.topic, 'LINE_QUARANTINED', reason, 0, count(*)
  FROM ops.dead_letters, regexp_replace(dead_letters.topic, '\.upload-[^.]+', '') AS carried (topic)
  WHERE line > 0 GROUP BY run_id, carried.topic, reason
), taken_over AS (
  SELECT topic, outcome, reason, sum(events) AS events, sum(lines) AS lines
  FROM written
  WHERE run_id IN (SELECT run_id FROM ops.runs WHERE mode = 'BACKFILL')
  GROUP BY topic, outcome, reason
), counted AS (
  SELECT run_id, carried.topic, outcome, reason, sum(events) AS events, sum(lines) AS lines
  FROM ops.run_counts, regexp_replace(run_counts.topic, '\.upload-[^.]+', '') AS carried (topic)
  WHERE outcome IN ('LATE', 'BEHIND', 'QUARANTINED', 'LINE_QUARANTINED')
     OR outcome = 'ACCEPTED' AND carried.topic IN ('highstreet.orders', 'highstreet.returns')
  GROUP BY run_id, carried.topic, outcome, reason
)
SELECT run_id, topic, outcome, reason, what, coalesce(counted, 0) AS counted, coalesce(written, 0) AS written
FROM written AS w
FULL JOIN counted AS c USING (run_id, topic, outcome, reason)
LEFT JOIN taken_over AS t USING (topic, outcome, reason)
CROSS JOIN LATERAL (VALUES
  ('events', c.events, w.events, t.events),
  ('lines', c.lines, w.lines, t.lines)
) AS compared (what, counted, written, taken_over)
WHERE coalesce(written, 0) + coalesce(taken_over, 0) < coalesce(counted, 0)
      AND run_id = (SELECT max(run_id) FROM ops.run_counts
                    WHERE run_id NOT IN (SELECT run_id FROM ops.runs WHERE mode = 'BACKFILL'))
   OR coalesce(written, 0) > coalesce(counted, 0) AND outcome IN ('ACCEPTED', 'LATE')
