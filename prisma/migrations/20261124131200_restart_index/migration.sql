-- A gentle restart is found by its events alone, of which a log of many reviews has few.
CREATE INDEX review_events_restart ON review_events (user_id, reviewed_at) WHERE source = 4;
