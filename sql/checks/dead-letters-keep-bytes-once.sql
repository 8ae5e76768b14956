-- The bytes of a quarantined record are kept on the row of its lowest line, and on no other.
-- Only a record without a value, which is undecodable, has no bytes.
SELECT topic, partition, "offset", line, reason, bytes IS NOT NULL AS has_bytes, line = lowest_line AS is_lowest
FROM (
  SELECT topic, partition, "offset", line, reason, detail, bytes,
         min(line) OVER (PARTITION BY topic, partition, "offset") AS lowest_line
  FROM ops.dead_letters
) AS letters
WHERE CASE WHEN line = lowest_line THEN bytes IS NULL AND detail <> 'the record has no value' ELSE bytes IS NOT NULL END
