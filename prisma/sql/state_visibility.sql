-- What is set on a record by hand is what is stated for it; what join_visibility sets because of kin is not.
-- Fires: before INSERT (state_visibility_at_first), and before UPDATE of "visibility" unless a trigger does it.

CREATE FUNCTION state_visibility() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."statedVisibility" := NEW."visibility";
  RETURN NEW;
END $$;

CREATE TRIGGER state_visibility_at_first BEFORE INSERT ON "Detainee" FOR EACH ROW EXECUTE FUNCTION state_visibility();
CREATE TRIGGER state_visibility BEFORE UPDATE OF "visibility" ON "Detainee" FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION state_visibility();
CREATE TRIGGER state_visibility_at_first BEFORE INSERT ON "Facility" FOR EACH ROW EXECUTE FUNCTION state_visibility();
CREATE TRIGGER state_visibility BEFORE UPDATE OF "visibility" ON "Facility" FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION state_visibility();
CREATE TRIGGER state_visibility_at_first BEFORE INSERT ON "Source" FOR EACH ROW EXECUTE FUNCTION state_visibility();
CREATE TRIGGER state_visibility BEFORE UPDATE OF "visibility" ON "Source" FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION state_visibility();
