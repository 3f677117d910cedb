-- Time spans are half-open [earliest, latest), so that only an instant may begin where it ends, and only the unknown
-- may lack an end. The checks of each table with such a span call it.

CREATE FUNCTION span_agrees(earliest timestamptz, latest timestamptz, span_precision "TimePrecision") RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE span_precision
    WHEN 'INSTANT' THEN earliest IS NOT NULL AND earliest IS NOT DISTINCT FROM latest
    WHEN 'UNKNOWN' THEN earliest IS NULL OR latest IS NULL OR earliest <= latest
    ELSE earliest IS NOT NULL AND latest IS NOT NULL AND earliest < latest
  END
$$;
