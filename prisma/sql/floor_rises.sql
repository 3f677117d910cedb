-- Retention: the floor of a feed only rises, and says since when it stands where it stands, by the database's clock
-- and nobody else's.
-- Fires: before UPDATE of "feedFloor" or "changeFloor", or of what is said of them.

CREATE FUNCTION floor_rises() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."feedFloor" < OLD."feedFloor" THEN
    RAISE EXCEPTION 'The floor of the feed only rises: % is refused after %', NEW."feedFloor", OLD."feedFloor" USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."changeFloor" < OLD."changeFloor" THEN
    RAISE EXCEPTION 'The floor of the feed of changes only rises: % is refused after %', NEW."changeFloor", OLD."changeFloor" USING ERRCODE = 'restrict_violation';
  END IF;
  NEW."feedFloorAt" := CASE WHEN NEW."feedFloor" = OLD."feedFloor" THEN OLD."feedFloorAt" ELSE clock_timestamp() END;
  NEW."changeFloorAt" := CASE WHEN NEW."changeFloor" = OLD."changeFloor" THEN OLD."changeFloorAt" ELSE clock_timestamp() END;
  RETURN NEW;
END $$;

CREATE TRIGGER floor_rises BEFORE UPDATE OF "feedFloor", "feedFloorAt", "changeFloor", "changeFloorAt" ON "Hub" FOR EACH ROW EXECUTE FUNCTION floor_rises();
