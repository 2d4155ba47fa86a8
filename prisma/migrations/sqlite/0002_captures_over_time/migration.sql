-- AlterTable
ALTER TABLE "Capture" ADD COLUMN "classOverride" TEXT;
ALTER TABLE "Capture" ADD COLUMN "classOverrideAt" DATETIME;
ALTER TABLE "Capture" ADD COLUMN "classOverrideById" TEXT;
ALTER TABLE "Capture" ADD COLUMN "classOverrideReason" TEXT;
ALTER TABLE "Capture" ADD COLUMN "pdfDigest" TEXT;
ALTER TABLE "Capture" ADD COLUMN "readBack" TEXT;
ALTER TABLE "Capture" ADD COLUMN "readBackDetail" JSONB;

-- CreateTable
CREATE TABLE "Egress" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT,
    "at" DATETIME NOT NULL,
    "party" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "learned" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "ended" TEXT NOT NULL,
    CONSTRAINT "Egress_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Watch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sourceId" TEXT NOT NULL,
    "articleId" TEXT,
    "everyHours" INTEGER NOT NULL,
    "until" DATETIME,
    "daysAfterPublication" INTEGER,
    "windowMs" INTEGER NOT NULL,
    "nextAt" DATETIME NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "Watch_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Watch_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PassageChange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "citationId" TEXT NOT NULL,
    "beforeCaptureId" TEXT NOT NULL,
    "afterCaptureId" TEXT,
    "change" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "at" DATETIME NOT NULL,
    "seenAt" DATETIME,
    "seenById" TEXT,
    CONSTRAINT "PassageChange_citationId_fkey" FOREIGN KEY ("citationId") REFERENCES "Citation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PassageChange_beforeCaptureId_fkey" FOREIGN KEY ("beforeCaptureId") REFERENCES "Capture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PassageChange_afterCaptureId_fkey" FOREIGN KEY ("afterCaptureId") REFERENCES "Capture" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Witness" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "captureId" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "address" TEXT,
    "message" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Witness_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Article" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "headline" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "draft" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "sensitivity" TEXT NOT NULL DEFAULT 'open',
    "publishedOn" DATETIME,
    "createdById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Article_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Article" ("createdAt", "createdById", "draft", "headline", "id", "language", "sample", "updatedAt") SELECT "createdAt", "createdById", "draft", "headline", "id", "language", "sample", "updatedAt" FROM "Article";
DROP TABLE "Article";
ALTER TABLE "new_Article" RENAME TO "Article";
CREATE INDEX "Article_updatedAt_idx" ON "Article"("updatedAt");
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
    CONSTRAINT "Run_watchId_fkey" FOREIGN KEY ("watchId") REFERENCES "Watch" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Run_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Run_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Run_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Run" ("articleId", "cancelRequestedAt", "chain", "claimId", "finishedAt", "id", "kind", "leaseOwner", "leaseUntil", "request", "requestedAt", "requestedById", "sourceId", "startedAt", "state") SELECT "articleId", "cancelRequestedAt", "chain", "claimId", "finishedAt", "id", "kind", "leaseOwner", "leaseUntil", "request", "requestedAt", "requestedById", "sourceId", "startedAt", "state" FROM "Run";
DROP TABLE "Run";
ALTER TABLE "new_Run" RENAME TO "Run";
CREATE INDEX "Run_state_leaseUntil_idx" ON "Run"("state", "leaseUntil");
CREATE INDEX "Run_sourceId_idx" ON "Run"("sourceId");
CREATE INDEX "Run_claimId_idx" ON "Run"("claimId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

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
