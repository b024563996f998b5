-- An undo may arrive before the event that it names: each new grade asks whether it is undone already.
CREATE INDEX review_events_undoes ON review_events (user_id, undoes) WHERE kind = 2;
