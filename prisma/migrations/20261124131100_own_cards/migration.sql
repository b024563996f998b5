-- CreateTable
CREATE TABLE "own_cards" (
    "user_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "lesson" TEXT,
    "heading" TEXT,
    "tags" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "own_cards_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "card_notes" (
    "user_id" UUID NOT NULL,
    "card_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "card_notes_pkey" PRIMARY KEY ("user_id","card_id")
);

-- CreateTable
CREATE TABLE "card_reports" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "card_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "card_reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings_changes" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "settings_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "card_reports_user_id_idx" ON "card_reports"("user_id");

-- CreateIndex
CREATE INDEX "card_reports_created_at_idx" ON "card_reports"("created_at");

-- CreateIndex
CREATE INDEX "settings_changes_user_id_changed_at_idx" ON "settings_changes"("user_id", "changed_at");

-- AddForeignKey
ALTER TABLE "own_cards" ADD CONSTRAINT "own_cards_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_notes" ADD CONSTRAINT "card_notes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_reports" ADD CONSTRAINT "card_reports_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settings_changes" ADD CONSTRAINT "settings_changes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- No card of the course has such an id (lib/content/card.ts).
ALTER TABLE own_cards ADD CONSTRAINT own_cards_id 
  CHECK (id ~ '^own-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$');
