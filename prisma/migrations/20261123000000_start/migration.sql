-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified_at" TIMESTAMPTZ(3),
    "name" TEXT,
    "image" TEXT,
    "password_hash" TEXT,
    "zone" TEXT NOT NULL DEFAULT 'UTC',
    "day_starts_at" SMALLINT NOT NULL DEFAULT 4,
    "two_buttons" BOOLEAN NOT NULL DEFAULT false,
    "session_cards" SMALLINT NOT NULL DEFAULT 20,
    "session_minutes" SMALLINT NOT NULL DEFAULT 10,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "user_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("provider","provider_account_id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_tokens" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_tokens_pkey" PRIMARY KEY ("identifier","token")
);

-- CreateTable
CREATE TABLE "attempts" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attempts_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "section_reads" (
    "user_id" UUID NOT NULL,
    "lesson" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "section_reads_pkey" PRIMARY KEY ("user_id","lesson","section")
);

-- CreateTable
CREATE TABLE "lesson_visits" (
    "user_id" UUID NOT NULL,
    "lesson" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "visited_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lesson_visits_pkey" PRIMARY KEY ("user_id","lesson")
);

-- CreateTable
CREATE TABLE "review_events" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "card_id" TEXT NOT NULL,
    "kind" SMALLINT NOT NULL,
    "grade" SMALLINT,
    "undoes" UUID,
    "reviewed_at" TIMESTAMPTZ(3) NOT NULL,
    "zone" TEXT NOT NULL,
    "day_starts_at" SMALLINT NOT NULL,
    "local_day" DATE NOT NULL,
    "duration_ms" INTEGER NOT NULL DEFAULT 0,
    "source" SMALLINT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_events_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "card_states" (
    "user_id" UUID NOT NULL,
    "card_id" TEXT NOT NULL,
    "due_day" DATE NOT NULL,
    "stability" DOUBLE PRECISION NOT NULL,
    "difficulty" DOUBLE PRECISION NOT NULL,
    "reps" INTEGER NOT NULL,
    "lapses" INTEGER NOT NULL,
    "last_grade" SMALLINT NOT NULL,
    "last_reviewed_at" TIMESTAMPTZ(3) NOT NULL,
    "last_event_id" UUID NOT NULL,
    "last_day" DATE NOT NULL,

    CONSTRAINT "card_states_pkey" PRIMARY KEY ("user_id","card_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "attempts_expires_at_idx" ON "attempts"("expires_at");

-- CreateIndex
CREATE INDEX "review_events_user_id_card_id_reviewed_at_id_idx" ON "review_events"("user_id", "card_id", "reviewed_at", "id");

-- CreateIndex
CREATE INDEX "card_states_user_id_due_day_idx" ON "card_states"("user_id", "due_day");

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "section_reads" ADD CONSTRAINT "section_reads_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_visits" ADD CONSTRAINT "lesson_visits_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_events" ADD CONSTRAINT "review_events_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_states" ADD CONSTRAINT "card_states_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
