-- +goose Up
-- Which estimates lie in a span of days, without reading all that Wise ever said: by
-- the time that the value tells, as it tells it, which is in UTC and sorts as text.
CREATE INDEX wise_answers_by_estimate ON wise_answers (json_extract(value, '$.at'), wise_id, fetched_at)
WHERE kind = 'estimate' AND value <> '';
