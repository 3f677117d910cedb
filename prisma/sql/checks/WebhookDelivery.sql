-- What was delivered was delivered at some moment.

ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "delivered_means_when" CHECK (("state" = 'DELIVERED') = ("deliveredAt" IS NOT NULL));
