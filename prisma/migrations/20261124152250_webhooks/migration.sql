-- CreateEnum
CREATE TYPE "WebhookStop" AS ENUM ('GONE', 'CURSOR_EXPIRED', 'CURSOR_INVALID', 'CURSOR_DIVERGED');

-- CreateEnum
CREATE TYPE "WebhookDeliveryState" AS ENUM ('DEAD', 'QUEUED', 'DELIVERED');

-- CreateTable
CREATE TABLE "Webhook" (
    "id" UUID NOT NULL,
    "keyId" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "filter" JSONB,
    "secret" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "position" BIGINT NOT NULL,
    "tried" BIGINT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastDeliveredAt" TIMESTAMPTZ(3),
    "lastFailedAt" TIMESTAMPTZ(3),
    "lastFailure" TEXT,
    "stop" "WebhookStop",
    "lease" UUID,
    "leasedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "id" UUID NOT NULL,
    "webhookId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "eventId" UUID NOT NULL,
    "state" "WebhookDeliveryState" NOT NULL DEFAULT 'DEAD',
    "attempts" INTEGER NOT NULL,
    "failure" TEXT NOT NULL,
    "diedAt" TIMESTAMPTZ(3) NOT NULL,
    "deliveredAt" TIMESTAMPTZ(3),

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Webhook_keyId_idx" ON "Webhook"("keyId");

-- CreateIndex
CREATE INDEX "Webhook_dueAt_idx" ON "Webhook"("dueAt");

-- CreateIndex
CREATE INDEX "WebhookDelivery_webhookId_diedAt_id_idx" ON "WebhookDelivery"("webhookId", "diedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookDelivery_webhookId_seq_key" ON "WebhookDelivery"("webhookId", "seq");

-- AddForeignKey
ALTER TABLE "Webhook" ADD CONSTRAINT "Webhook_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "ApiKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_webhookId_fkey" FOREIGN KEY ("webhookId") REFERENCES "Webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Webhook" ADD CONSTRAINT "a_webhook_has_a_place_in_the_feed" CHECK ("position" >= 0 AND "attempts" >= 0 AND "tried" > "position");
ALTER TABLE "Webhook" ADD CONSTRAINT "a_lease_ends" CHECK (("lease" IS NULL) = ("leasedUntil" IS NULL));
ALTER TABLE "Webhook" ADD CONSTRAINT "a_secret_cannot_be_guessed" CHECK (octet_length("secret") >= 24);
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "delivered_means_when" CHECK (("state" = 'DELIVERED') = ("deliveredAt" IS NOT NULL));
