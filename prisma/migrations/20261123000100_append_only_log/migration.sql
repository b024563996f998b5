-- The log only grows. A delete is let through only from inside the cascade of an account's deletion
-- (a foreign key's own trigger), never as a statement of its own.
CREATE FUNCTION refuse_log_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND pg_trigger_depth() > 1 THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'review_events is append-only';
END
$$;

CREATE TRIGGER review_events_append_only
  BEFORE UPDATE OR DELETE ON review_events
  FOR EACH ROW EXECUTE FUNCTION refuse_log_change();

ALTER TABLE review_events
  ADD CONSTRAINT review_events_kind CHECK (
    (kind = 1 AND grade BETWEEN 1 AND 4 AND undoes IS NULL) OR
    (kind = 2 AND grade IS NULL AND undoes IS NOT NULL)),
  ADD CONSTRAINT review_events_source CHECK (source IN (1, 2)),
  ADD CONSTRAINT review_events_day_start CHECK (day_starts_at BETWEEN 0 AND 23);
