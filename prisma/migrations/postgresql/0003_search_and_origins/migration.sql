-- CreateEnum
CREATE TYPE "LeadStanding" AS ENUM ('passage_found', 'passage_absent', 'could_not_look', 'never_existed');

-- CreateEnum
CREATE TYPE "ProposalKind" AS ENUM ('claim', 'query', 'translation');

-- CreateEnum
CREATE TYPE "ProposalState" AS ENUM ('proposed', 'accepted', 'dismissed');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "RunKind" ADD VALUE 'ask';
ALTER TYPE "RunKind" ADD VALUE 'assist';

-- DropForeignKey
ALTER TABLE "Relay" DROP CONSTRAINT "Relay_originId_fkey";

-- AlterTable
ALTER TABLE "Relay" ADD COLUMN     "basis" TEXT NOT NULL DEFAULT 'by_hand',
ADD COLUMN     "evidence" JSONB,
ADD COLUMN     "fromName" TEXT,
ADD COLUMN     "fromSourceId" TEXT,
ALTER COLUMN "originId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Run" ADD COLUMN     "scheduleId" TEXT;

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "leadId" TEXT;

-- AlterTable
ALTER TABLE "Lead" ADD COLUMN     "rank" INTEGER,
ADD COLUMN     "screenedAt" TIMESTAMP(3),
ADD COLUMN     "screening" JSONB,
ADD COLUMN     "standing" "LeadStanding",
ADD COLUMN     "textDigest" TEXT;

-- CreateTable
CREATE TABLE "AttemptNote" (
    "id" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AttemptNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChainSetting" (
    "id" TEXT NOT NULL,
    "kind" "RunKind" NOT NULL,
    "articleId" TEXT,
    "chain" JSONB NOT NULL,
    "setById" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ChainSetting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Schedule" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "cron" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "chain" JSONB NOT NULL,
    "request" JSONB NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,
    "nextAt" TIMESTAMP(3) NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Series" (
    "id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "unit" TEXT,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SeriesPoint" (
    "id" TEXT NOT NULL,
    "seriesId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "figurePosition" INTEGER NOT NULL,
    "asOf" TEXT NOT NULL,
    "supersededAt" TIMESTAMP(3),
    "addedById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SeriesPoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" TEXT NOT NULL,
    "kind" "ProposalKind" NOT NULL,
    "articleId" TEXT NOT NULL,
    "claimId" TEXT,
    "citationId" TEXT,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "gate" JSONB,
    "state" "ProposalState" NOT NULL,
    "attemptId" TEXT NOT NULL,
    "requestedById" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AttemptNote_attemptId_idx" ON "AttemptNote"("attemptId");

-- CreateIndex
CREATE UNIQUE INDEX "ChainSetting_kind_articleId_key" ON "ChainSetting"("kind", "articleId");

-- CreateIndex
CREATE INDEX "Schedule_endedAt_nextAt_idx" ON "Schedule"("endedAt", "nextAt");

-- CreateIndex
CREATE INDEX "Schedule_claimId_idx" ON "Schedule"("claimId");

-- CreateIndex
CREATE INDEX "SeriesPoint_claimId_idx" ON "SeriesPoint"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "SeriesPoint_seriesId_claimId_figurePosition_key" ON "SeriesPoint"("seriesId", "claimId", "figurePosition");

-- CreateIndex
CREATE INDEX "Proposal_articleId_state_idx" ON "Proposal"("articleId", "state");

-- CreateIndex
CREATE INDEX "Proposal_claimId_idx" ON "Proposal"("claimId");

-- CreateIndex
CREATE INDEX "Relay_fromSourceId_idx" ON "Relay"("fromSourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Relay_sourceId_fromSourceId_key" ON "Relay"("sourceId", "fromSourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Relay_sourceId_fromName_key" ON "Relay"("sourceId", "fromName");

-- CreateIndex
CREATE INDEX "Run_articleId_idx" ON "Run"("articleId");

-- CreateIndex
CREATE INDEX "Run_requestedAt_idx" ON "Run"("requestedAt");

-- CreateIndex
CREATE INDEX "Attempt_leadId_idx" ON "Attempt"("leadId");

-- CreateIndex
CREATE INDEX "Capture_readBack_idx" ON "Capture"("readBack");

-- AddForeignKey
ALTER TABLE "Relay" ADD CONSTRAINT "Relay_originId_fkey" FOREIGN KEY ("originId") REFERENCES "Origin"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relay" ADD CONSTRAINT "Relay_fromSourceId_fkey" FOREIGN KEY ("fromSourceId") REFERENCES "Source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Run" ADD CONSTRAINT "Run_scheduleId_fkey" FOREIGN KEY ("scheduleId") REFERENCES "Schedule"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttemptNote" ADD CONSTRAINT "AttemptNote_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChainSetting" ADD CONSTRAINT "ChainSetting_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Schedule" ADD CONSTRAINT "Schedule_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeriesPoint" ADD CONSTRAINT "SeriesPoint_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeriesPoint" ADD CONSTRAINT "SeriesPoint_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_citationId_fkey" FOREIGN KEY ("citationId") REFERENCES "Citation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
