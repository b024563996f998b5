-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "opened_by" TEXT NOT NULL DEFAULT 'password';

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");
