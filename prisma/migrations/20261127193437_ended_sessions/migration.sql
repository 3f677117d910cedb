-- Whoever signs out of the desk ends every copy of the session's cookie, in every process of the hub.
-- CreateTable
CREATE TABLE "EndedSession" (
    "id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EndedSession_pkey" PRIMARY KEY ("id")
);
