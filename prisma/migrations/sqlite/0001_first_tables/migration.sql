-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "passwordHash" TEXT,
    "createdAt" DATETIME NOT NULL,
    "deactivatedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "userAgent" TEXT NOT NULL,
    CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SignInLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "SignInLink_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Article" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "headline" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "draft" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "createdById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Article_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RelatedCoverage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "articleId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "address" TEXT,
    CONSTRAINT "RelatedCoverage_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "articleId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "passage" TEXT,
    "claimant" TEXT,
    "claimantRole" TEXT,
    "status" TEXT NOT NULL,
    "confidence" TEXT,
    "submittedAt" DATETIME,
    "utteranceId" TEXT,
    "loggedById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Claim_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Claim_utteranceId_fkey" FOREIGN KEY ("utteranceId") REFERENCES "Utterance" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Claim_loggedById_fkey" FOREIGN KEY ("loggedById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Figure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "valueHigh" TEXT,
    "unit" TEXT,
    "kind" TEXT NOT NULL,
    "bound" TEXT NOT NULL,
    "rate" TEXT,
    "asOf" TEXT,
    "scaleWords" TEXT,
    "language" TEXT NOT NULL,
    "byHand" BOOLEAN NOT NULL,
    CONSTRAINT "Figure_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "address" TEXT NOT NULL,
    "canonicalAddress" TEXT NOT NULL,
    "publisher" TEXT,
    "title" TEXT,
    "author" TEXT,
    "language" TEXT,
    "kind" TEXT NOT NULL,
    "published" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Citation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "stance" TEXT NOT NULL,
    "quote" TEXT,
    "prefix" TEXT,
    "suffix" TEXT,
    "translation" TEXT,
    "translatedBy" TEXT,
    "locator" TEXT,
    "keyUse" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Citation_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Citation_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Utterance" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "speaker" TEXT NOT NULL,
    "role" TEXT,
    "event" TEXT,
    "spokenOn" TEXT,
    "language" TEXT
);

-- CreateTable
CREATE TABLE "Origin" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "label" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "utteranceId" TEXT,
    "note" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Origin_utteranceId_fkey" FOREIGN KEY ("utteranceId") REFERENCES "Utterance" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Relay" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sourceId" TEXT NOT NULL,
    "originId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "words" TEXT,
    "confirmedById" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Relay_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Relay_originId_fkey" FOREIGN KEY ("originId") REFERENCES "Origin" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Run" (
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
    CONSTRAINT "Run_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Run_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Run_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attempt" (
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
    CONSTRAINT "Attempt_runId_fkey" FOREIGN KEY ("runId") REFERENCES "Run" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Lead" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "title" TEXT,
    "snippet" TEXT,
    "state" TEXT NOT NULL,
    "sourceId" TEXT,
    CONSTRAINT "Lead_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Lead_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Lead_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Capture" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sourceId" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "custody" TEXT NOT NULL,
    "finalUrl" TEXT NOT NULL,
    "capturedAt" DATETIME NOT NULL,
    "contentClass" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "bodyDigest" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "textDigest" TEXT NOT NULL,
    "articleDigest" TEXT NOT NULL,
    "screenshotDigest" TEXT,
    "title" TEXT,
    "byline" TEXT,
    "publisher" TEXT,
    "published" TEXT,
    "language" TEXT,
    "charset" TEXT,
    "charsetFrom" TEXT,
    "replacementCharacters" INTEGER NOT NULL,
    CONSTRAINT "Capture_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Capture_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "citationId" TEXT NOT NULL,
    "captureId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "figureId" TEXT,
    "verdict" TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "score" REAL,
    "detail" JSONB NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Finding_citationId_fkey" FOREIGN KEY ("citationId") REFERENCES "Citation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Finding_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Finding_figureId_fkey" FOREIGN KEY ("figureId") REFERENCES "Figure" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Caveat" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "articleId" TEXT NOT NULL,
    "claimId" TEXT,
    "kind" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "obligation" TEXT NOT NULL,
    "addedById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,
    CONSTRAINT "Caveat_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Caveat_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Review" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "reviewerId" TEXT NOT NULL,
    "statusBefore" TEXT NOT NULL,
    "statusAfter" TEXT NOT NULL,
    "confidence" TEXT,
    "reason" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Review_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Review_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Blob" (
    "digest" TEXT NOT NULL PRIMARY KEY,
    "bytes" INTEGER NOT NULL,
    "mediaType" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "LedgerHead" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "SignInLink_personId_idx" ON "SignInLink"("personId");

-- CreateIndex
CREATE INDEX "Article_updatedAt_idx" ON "Article"("updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "RelatedCoverage_articleId_position_key" ON "RelatedCoverage"("articleId", "position");

-- CreateIndex
CREATE INDEX "Claim_status_submittedAt_idx" ON "Claim"("status", "submittedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_articleId_number_key" ON "Claim"("articleId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Figure_claimId_position_key" ON "Figure"("claimId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Source_canonicalAddress_key" ON "Source"("canonicalAddress");

-- CreateIndex
CREATE INDEX "Source_updatedAt_idx" ON "Source"("updatedAt");

-- CreateIndex
CREATE INDEX "Citation_claimId_idx" ON "Citation"("claimId");

-- CreateIndex
CREATE INDEX "Citation_sourceId_idx" ON "Citation"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Relay_sourceId_originId_key" ON "Relay"("sourceId", "originId");

-- CreateIndex
CREATE INDEX "Run_state_leaseUntil_idx" ON "Run"("state", "leaseUntil");

-- CreateIndex
CREATE INDEX "Run_sourceId_idx" ON "Run"("sourceId");

-- CreateIndex
CREATE INDEX "Run_claimId_idx" ON "Run"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_runId_ordinal_key" ON "Attempt"("runId", "ordinal");

-- CreateIndex
CREATE INDEX "Lead_claimId_state_idx" ON "Lead"("claimId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Lead_attemptId_position_key" ON "Lead"("attemptId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Capture_attemptId_key" ON "Capture"("attemptId");

-- CreateIndex
CREATE INDEX "Capture_sourceId_capturedAt_idx" ON "Capture"("sourceId", "capturedAt");

-- CreateIndex
CREATE INDEX "Finding_citationId_captureId_idx" ON "Finding"("citationId", "captureId");

-- CreateIndex
CREATE INDEX "Finding_figureId_idx" ON "Finding"("figureId");

-- CreateIndex
CREATE INDEX "Caveat_articleId_idx" ON "Caveat"("articleId");

-- CreateIndex
CREATE INDEX "Review_claimId_idx" ON "Review"("claimId");

-- CreateIndex
CREATE INDEX "LedgerEntry_subjectKind_subjectId_idx" ON "LedgerEntry"("subjectKind", "subjectId");
