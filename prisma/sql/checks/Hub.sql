-- There is one hub.

ALTER TABLE "Hub" ADD CONSTRAINT "one_hub" CHECK ("id" = 1);
