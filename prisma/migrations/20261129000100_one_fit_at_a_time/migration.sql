-- A learner has one unfinished fit at most, however many devices and instances ask for one.
CREATE UNIQUE INDEX weight_fits_unfinished ON weight_fits (user_id) WHERE finished_at IS NULL;
