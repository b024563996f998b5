-- AlterTable
ALTER TABLE "review_events" ADD COLUMN     "variant_seed" BIGINT;
