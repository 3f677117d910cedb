-- A webhook has a place in the feed, a lease has an end, and a signing secret has at least 24 bytes (Standard
-- Webhooks).

ALTER TABLE "Webhook" ADD CONSTRAINT "a_webhook_has_a_place_in_the_feed" CHECK ("position" >= 0 AND "attempts" >= 0 AND "tried" > "position");

ALTER TABLE "Webhook" ADD CONSTRAINT "a_lease_ends" CHECK (("lease" IS NULL) = ("leasedUntil" IS NULL));

ALTER TABLE "Webhook" ADD CONSTRAINT "a_secret_cannot_be_guessed" CHECK (octet_length("secret") >= 24);
