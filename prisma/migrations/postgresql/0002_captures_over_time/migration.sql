-- CreateEnum
CREATE TYPE "Sensitivity" AS ENUM ('open', 'discreet', 'covert');

-- CreateEnum
CREATE TYPE "WitnessState" AS ENUM ('requested', 'verified', 'failed');

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "publishedOn" TIMESTAMP(3),
ADD COLUMN     "sensitivity" "Sensitivity" NOT NULL DEFAULT 'open';

-- AlterTable
ALTER TABLE "Run" ADD COLUMN     "watchId" TEXT;

-- AlterTable
ALTER TABLE "Capture" ADD COLUMN     "classOverride" TEXT,
ADD COLUMN     "classOverrideAt" TIMESTAMP(3),
ADD COLUMN     "classOverrideById" TEXT,
ADD COLUMN     "classOverrideReason" TEXT,
ADD COLUMN     "pdfDigest" TEXT,
ADD COLUMN     "readBack" TEXT,
ADD COLUMN     "readBackDetail" JSONB;

-- CreateTable
CREATE TABLE "Egress" (
    "id" TEXT NOT NULL,
    "attemptId" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "party" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "learned" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "ended" TEXT NOT NULL,

    CONSTRAINT "Egress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Watch" (
    "id" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "articleId" TEXT,
    "everyHours" INTEGER NOT NULL,
    "until" TIMESTAMP(3),
    "daysAfterPublication" INTEGER,
    "windowMs" INTEGER NOT NULL,
    "nextAt" TIMESTAMP(3) NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Watch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PassageChange" (
    "id" TEXT NOT NULL,
    "citationId" TEXT NOT NULL,
    "beforeCaptureId" TEXT NOT NULL,
    "afterCaptureId" TEXT,
    "change" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "seenAt" TIMESTAMP(3),
    "seenById" TEXT,

    CONSTRAINT "PassageChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Witness" (
    "id" TEXT NOT NULL,
    "captureId" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "state" "WitnessState" NOT NULL,
    "address" TEXT,
    "message" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Witness_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Egress_attemptId_idx" ON "Egress"("attemptId");

-- CreateIndex
CREATE INDEX "Egress_party_at_idx" ON "Egress"("party", "at");

-- CreateIndex
CREATE INDEX "Watch_endedAt_nextAt_idx" ON "Watch"("endedAt", "nextAt");

-- CreateIndex
CREATE INDEX "Watch_sourceId_idx" ON "Watch"("sourceId");

-- CreateIndex
CREATE INDEX "PassageChange_citationId_at_idx" ON "PassageChange"("citationId", "at");

-- CreateIndex
CREATE INDEX "PassageChange_seenAt_change_idx" ON "PassageChange"("seenAt", "change");

-- CreateIndex
CREATE INDEX "Witness_captureId_idx" ON "Witness"("captureId");

-- AddForeignKey
ALTER TABLE "Run" ADD CONSTRAINT "Run_watchId_fkey" FOREIGN KEY ("watchId") REFERENCES "Watch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Egress" ADD CONSTRAINT "Egress_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PassageChange" ADD CONSTRAINT "PassageChange_citationId_fkey" FOREIGN KEY ("citationId") REFERENCES "Citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PassageChange" ADD CONSTRAINT "PassageChange_beforeCaptureId_fkey" FOREIGN KEY ("beforeCaptureId") REFERENCES "Capture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PassageChange" ADD CONSTRAINT "PassageChange_afterCaptureId_fkey" FOREIGN KEY ("afterCaptureId") REFERENCES "Capture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Witness" ADD CONSTRAINT "Witness_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
