-- A live job may write down a late event only after a backfill of its day has read it: it was slow to write, or began anew and
-- found a copy behind that was on time before. Such an event has been counted in, and does not wait for another backfill.

CREATE FUNCTION ops.find_backfill() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT r.run_id INTO NEW.backfilled_by
  FROM ops.backfilled_periods AS p
  JOIN ops.runs AS r USING (run_id)
  WHERE p.grain = 'DAY' AND p.period = NEW.day
    AND NEW."offset" < (r.end_offsets -> NEW.topic ->> NEW.partition::text)::bigint;
  RETURN NEW;
END $$;

CREATE TRIGGER find_backfill BEFORE INSERT ON ops.late_events FOR EACH ROW EXECUTE FUNCTION ops.find_backfill();
