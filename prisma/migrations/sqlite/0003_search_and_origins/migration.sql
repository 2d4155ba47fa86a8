-- AlterTable
ALTER TABLE "Lead" ADD COLUMN "rank" INTEGER;
ALTER TABLE "Lead" ADD COLUMN "screenedAt" DATETIME;
ALTER TABLE "Lead" ADD COLUMN "screening" JSONB;
ALTER TABLE "Lead" ADD COLUMN "standing" TEXT;
ALTER TABLE "Lead" ADD COLUMN "textDigest" TEXT;

-- CreateTable
CREATE TABLE "AttemptNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "AttemptNote_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ChainSetting" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "articleId" TEXT,
    "chain" JSONB NOT NULL,
    "setById" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "ChainSetting_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Schedule" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "cron" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "chain" JSONB NOT NULL,
    "request" JSONB NOT NULL,
    "until" DATETIME NOT NULL,
    "nextAt" DATETIME NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "Schedule_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Series" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "label" TEXT NOT NULL,
    "unit" TEXT,
    "createdById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "SeriesPoint" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "seriesId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "figurePosition" INTEGER NOT NULL,
    "asOf" TEXT NOT NULL,
    "supersededAt" DATETIME,
    "addedById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "SeriesPoint_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SeriesPoint_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "claimId" TEXT,
    "citationId" TEXT,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "gate" JSONB,
    "state" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "requestedById" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    CONSTRAINT "Proposal_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Proposal_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Proposal_citationId_fkey" FOREIGN KEY ("citationId") REFERENCES "Citation" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Proposal_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Relay" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sourceId" TEXT NOT NULL,
    "originId" TEXT,
    "fromSourceId" TEXT,
    "fromName" TEXT,
    "state" TEXT NOT NULL,
    "basis" TEXT NOT NULL DEFAULT 'by_hand',
    "words" TEXT,
    "evidence" JSONB,
    "confirmedById" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Relay_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Relay_originId_fkey" FOREIGN KEY ("originId") REFERENCES "Origin" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Relay_fromSourceId_fkey" FOREIGN KEY ("fromSourceId") REFERENCES "Source" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Relay" ("confirmedById", "createdAt", "id", "originId", "sourceId", "state", "words") SELECT "confirmedById", "createdAt", "id", "originId", "sourceId", "state", "words" FROM "Relay";
DROP TABLE "Relay";
ALTER TABLE "new_Relay" RENAME TO "Relay";
CREATE INDEX "Relay_fromSourceId_idx" ON "Relay"("fromSourceId");
CREATE UNIQUE INDEX "Relay_sourceId_originId_key" ON "Relay"("sourceId", "originId");
CREATE UNIQUE INDEX "Relay_sourceId_fromSourceId_key" ON "Relay"("sourceId", "fromSourceId");
CREATE UNIQUE INDEX "Relay_sourceId_fromName_key" ON "Relay"("sourceId", "fromName");
CREATE TABLE "new_Run" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "articleId" TEXT,
    "claimId" TEXT,
    "sourceId" TEXT,
    "chain" JSONB NOT NULL,
    "request" JSONB NOT NULL,
    "requestedById" TEXT,
    "requestedAt" DATETIME NOT NULL,
    "startedAt" DATETIME,
    "finishedAt" DATETIME,
    "cancelRequestedAt" DATETIME,
    "leaseOwner" TEXT,
    "leaseUntil" DATETIME,
    "watchId" TEXT,
    "scheduleId" TEXT,
    CONSTRAINT "Run_watchId_fkey" FOREIGN KEY ("watchId") REFERENCES "Watch" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Run_scheduleId_fkey" FOREIGN KEY ("scheduleId") REFERENCES "Schedule" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Run_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Run_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Run_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Run" ("articleId", "cancelRequestedAt", "chain", "claimId", "finishedAt", "id", "kind", "leaseOwner", "leaseUntil", "request", "requestedAt", "requestedById", "sourceId", "startedAt", "state", "watchId") SELECT "articleId", "cancelRequestedAt", "chain", "claimId", "finishedAt", "id", "kind", "leaseOwner", "leaseUntil", "request", "requestedAt", "requestedById", "sourceId", "startedAt", "state", "watchId" FROM "Run";
DROP TABLE "Run";
ALTER TABLE "new_Run" RENAME TO "Run";
CREATE INDEX "Run_state_leaseUntil_idx" ON "Run"("state", "leaseUntil");
CREATE INDEX "Run_sourceId_idx" ON "Run"("sourceId");
CREATE INDEX "Run_claimId_idx" ON "Run"("claimId");
CREATE INDEX "Run_articleId_idx" ON "Run"("articleId");
CREATE INDEX "Run_requestedAt_idx" ON "Run"("requestedAt");
CREATE TABLE "new_Attempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "runId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "windowMs" INTEGER NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    "ended" TEXT,
    "reason" TEXT,
    "message" TEXT,
    "asked" TEXT,
    "askedOf" TEXT,
    "httpStatus" INTEGER,
    "finalUrl" TEXT,
    "hops" JSONB,
    "bytes" INTEGER,
    "bodyDigest" TEXT,
    "contentClass" TEXT,
    "signals" JSONB,
    "detail" JSONB,
    "person" TEXT,
    "leadId" TEXT,
    CONSTRAINT "Attempt_runId_fkey" FOREIGN KEY ("runId") REFERENCES "Run" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Attempt_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Lead" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Attempt" ("asked", "askedOf", "bodyDigest", "bytes", "contentClass", "detail", "ended", "finalUrl", "finishedAt", "hops", "httpStatus", "id", "message", "ordinal", "person", "reason", "runId", "signals", "startedAt", "step", "version", "windowMs") SELECT "asked", "askedOf", "bodyDigest", "bytes", "contentClass", "detail", "ended", "finalUrl", "finishedAt", "hops", "httpStatus", "id", "message", "ordinal", "person", "reason", "runId", "signals", "startedAt", "step", "version", "windowMs" FROM "Attempt";
DROP TABLE "Attempt";
ALTER TABLE "new_Attempt" RENAME TO "Attempt";
CREATE INDEX "Attempt_leadId_idx" ON "Attempt"("leadId");
CREATE UNIQUE INDEX "Attempt_runId_ordinal_key" ON "Attempt"("runId", "ordinal");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

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
CREATE INDEX "Capture_readBack_idx" ON "Capture"("readBack");
