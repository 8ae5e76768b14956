-- Events of which a copy came so late that it may be behind; whether it is, the watermark decides.
SELECT topic, event_id, 1 AS events
FROM fates
WHERE copy_outcome = 'REPEATED_OR_BEHIND'
