-- There is one recording clock.

ALTER TABLE "Clock" ADD CONSTRAINT "one_clock" CHECK ("id" = 1);
