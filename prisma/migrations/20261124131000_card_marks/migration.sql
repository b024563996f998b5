-- AlterTable
ALTER TABLE "users" ADD COLUMN     "new_per_day" SMALLINT NOT NULL DEFAULT 20,
ADD COLUMN     "plan" JSONB,
ADD COLUMN     "reviews_per_day" SMALLINT NOT NULL DEFAULT 200;

-- AlterTable
ALTER TABLE "review_events" ADD COLUMN     "flag" SMALLINT,
ADD COLUMN     "shift" SMALLINT,
ADD COLUMN     "until_day" DATE;

-- The new kinds, each with the columns that it has and no other. No event so far is of one of them.
ALTER TABLE review_events
  DROP CONSTRAINT review_events_kind,
  DROP CONSTRAINT review_events_source,
  ADD CONSTRAINT review_events_kind CHECK (
    kind BETWEEN 1 AND 10
    AND (grade IS NOT NULL) = (kind IN (1, 10)) AND (grade IS NULL OR grade BETWEEN 1 AND 4)
    AND (undoes IS NOT NULL) = (kind = 2)
    AND (until_day IS NOT NULL) = (kind = 5)
    AND (flag IS NOT NULL) = (kind = 7) AND (flag IS NULL OR flag BETWEEN 0 AND 4)
    AND (shift IS NULL OR kind = 1)),
  ADD CONSTRAINT review_events_source CHECK (source BETWEEN 1 AND 4);

-- AlterTable
ALTER TABLE "card_states" ADD COLUMN     "added_at" TIMESTAMPTZ(3),
ADD COLUMN     "buried_until" DATE,
ADD COLUMN     "first_day" DATE,
ADD COLUMN     "flag" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "last_event_at" TIMESTAMPTZ(3),
ADD COLUMN     "shift" SMALLINT,
ADD COLUMN     "suspended" BOOLEAN NOT NULL DEFAULT false,
ALTER COLUMN "due_day" DROP NOT NULL,
ALTER COLUMN "stability" DROP NOT NULL,
ALTER COLUMN "difficulty" DROP NOT NULL,
ALTER COLUMN "reps" SET DEFAULT 0,
ALTER COLUMN "lapses" SET DEFAULT 0,
ALTER COLUMN "last_grade" DROP NOT NULL,
ALTER COLUMN "last_reviewed_at" DROP NOT NULL,
ALTER COLUMN "last_day" DROP NOT NULL;

-- What the fold says of states that are there already: the first grade that counts, by (time, id).
UPDATE card_states state SET added_at = first.reviewed_at, first_day = first.local_day
FROM (
  SELECT DISTINCT ON (user_id, card_id) user_id, card_id, reviewed_at, local_day FROM review_events event
  WHERE kind = 1 AND NOT EXISTS (
    SELECT FROM review_events undo WHERE undo.user_id = event.user_id AND undo.kind = 2 AND undo.undoes = event.id
      AND undo.card_id = event.card_id)
  ORDER BY user_id, card_id, reviewed_at, id
) AS first
WHERE first.user_id = state.user_id AND first.card_id = state.card_id;

UPDATE card_states SET last_event_at = last_reviewed_at, added_at = coalesce(added_at, last_reviewed_at),
  first_day = coalesce(first_day, last_day);

ALTER TABLE card_states
  ALTER COLUMN added_at SET NOT NULL,
  ALTER COLUMN last_event_at SET NOT NULL,
  ADD CONSTRAINT card_states_memory CHECK (
    num_nulls(due_day, stability, difficulty, last_grade, last_reviewed_at, last_day, first_day) IN (0, 7));
