-- Dead letters, by the key of their record, which is never damaged: one for the faulty line, and one for the whole where
-- nothing else is left of it. Lines that are all at fault are found one by one. A late event is found at fault by a
-- backfill, once however often it came; a copy of another is quarantined again only where the fate says so.
WITH quarantines AS (
  SELECT event_id, topic, key, reason, line, becomes = 'QUARANTINED' AS whole,
         CASE WHEN outcome = 'QUARANTINED' AND copy_outcome = 'QUARANTINED' THEN 2 ELSE 1 END AS times
  FROM fates
  WHERE reason IS NOT NULL AND becomes <> 'LATE'
), letters AS (
  SELECT topic, key, line, reason, times FROM quarantines
  UNION ALL
  SELECT topic, key, 0, 'NO_LINES_LEFT', times FROM quarantines WHERE line > 0 AND whole
  UNION ALL
  SELECT q.topic, q.key, l.line_number, 'NON_POSITIVE_QUANTITY', q.times
  FROM quarantines q
  JOIN (SELECT event_id, line_number FROM order_lines UNION ALL SELECT event_id, line_number FROM return_lines) l USING (event_id)
  WHERE q.reason = 'NO_LINES_LEFT'
)
SELECT topic, encode(key) AS key, line, reason, sum(times) AS letters
FROM letters
GROUP BY ALL
