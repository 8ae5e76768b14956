-- The bytes of a quarantined record are kept on the row of its lowest line, and on no other.
-- A record without a value is undecodable and has no bytes.
SELECT topic, partition, "offset", line, reason, bytes IS NOT NULL AS has_bytes, line = lowest_line AS is_lowest
FROM (
  SELECT topic, partition, "offset", line, reason, bytes,
         min(line) OVER (PARTITION BY topic, partition, "offset") AS lowest_line
  FROM ops.dead_letters
) AS letters
WHERE CASE WHEN line = lowest_line THEN bytes IS NULL AND reason <> 'UNDECODABLE' ELSE bytes IS NOT NULL END
