-- CreateTable
CREATE TABLE "weight_fits" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "by_itself" BOOLEAN NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "grades" INTEGER NOT NULL,
    "holder" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "reviews" INTEGER,
    "held_out" INTEGER,
    "loss_before" DOUBLE PRECISION,
    "loss_after" DOUBLE PRECISION,
    "compared_with" JSONB,
    "weights" JSONB,

    CONSTRAINT "weight_fits_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "weight_fits_user_id_requested_at_idx" ON "weight_fits"("user_id", "requested_at");

-- AddForeignKey
ALTER TABLE "weight_fits" ADD CONSTRAINT "weight_fits_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
