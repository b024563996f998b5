-- CreateTable
CREATE TABLE "reminders" (
    "user_id" UUID NOT NULL,
    "is_on" BOOLEAN NOT NULL,
    "hour" SMALLINT NOT NULL,
    "least_due" SMALLINT NOT NULL,
    "look_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_day" DATE,
    "sent_at" TIMESTAMPTZ(3),
    "unanswered" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "reminders_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "calendar_feeds" (
    "user_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_read_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feeds_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE INDEX "reminders_look_at_idx" ON "reminders"("look_at");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feeds_hash_key" ON "calendar_feeds"("hash");

-- AddForeignKey
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What no schema of Prisma's can say.
ALTER TABLE "reminders"
  ADD CONSTRAINT reminders_hour CHECK (hour BETWEEN 0 AND 23),
  ADD CONSTRAINT reminders_least_due CHECK (least_due BETWEEN 1 AND 200);
