-- 5: reviewed elsewhere, and brought along by an import.
ALTER TABLE review_events
  DROP CONSTRAINT review_events_source,
  ADD CONSTRAINT review_events_source CHECK (source BETWEEN 1 AND 5);
