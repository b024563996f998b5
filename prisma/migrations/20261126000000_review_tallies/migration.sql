-- AlterTable
ALTER TABLE "users" ADD COLUMN     "tallied_by" TEXT;

-- CreateTable
CREATE TABLE "review_days" (
    "user_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "reviews" INTEGER NOT NULL,
    "spent_ms" BIGINT NOT NULL,
    "met" INTEGER NOT NULL,
    "practised" INTEGER NOT NULL,
    "practised_ms" BIGINT NOT NULL,
    "young_asked" INTEGER NOT NULL,
    "young_recalled" INTEGER NOT NULL,
    "mature_asked" INTEGER NOT NULL,
    "mature_recalled" INTEGER NOT NULL,
    "loss_micros" BIGINT NOT NULL,

    CONSTRAINT "review_days_pkey" PRIMARY KEY ("user_id","day")
);

-- CreateTable
CREATE TABLE "recall_tallies" (
    "user_id" UUID NOT NULL,
    "card_id" TEXT NOT NULL,
    "bin" SMALLINT NOT NULL,
    "asked" INTEGER NOT NULL,
    "recalled" INTEGER NOT NULL,
    "expected_micros" BIGINT NOT NULL,

    CONSTRAINT "recall_tallies_pkey" PRIMARY KEY ("user_id","card_id","bin")
);

-- AddForeignKey
ALTER TABLE "review_days" ADD CONSTRAINT "review_days_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recall_tallies" ADD CONSTRAINT "recall_tallies_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
