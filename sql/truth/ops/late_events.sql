-- Late events, as often as they came; a backfill leaves them on the list.
SELECT topic, event_id, CASE WHEN copy_outcome = 'LATE' THEN 2 ELSE 1 END AS events
FROM fates
WHERE outcome = 'LATE'
