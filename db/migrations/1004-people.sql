-- The list of people is read from the index alone: whoever was forgotten is told apart there.
DROP INDEX person_sort_key;
CREATE INDEX person_sort_key ON person (sort_key, id, erased_at);
