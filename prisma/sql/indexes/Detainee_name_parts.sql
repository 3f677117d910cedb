-- Lists of people by a part of the name: without it, a part that nobody has is looked for in all names. The schema says it too, so that Prisma
-- does not take it for a leftover.

CREATE INDEX "Detainee_name_parts" ON "Detainee" USING GIN ("sortName" gin_trgm_ops);
