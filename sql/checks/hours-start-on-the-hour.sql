-- An hour starts on the hour in the time zone of the run that wrote it.
SELECT hour, time_zone
FROM mart.hourly_sales
JOIN ops.runs USING (run_id)
WHERE hour <> date_trunc('hour', hour, time_zone)
