-- Answers that have been marked, to questions no correction has set aside; as a sign of knowledge a negative mark counts as nothing.
SELECT exam_id, candidate, item_id, outcome, points, max_points, CASE WHEN points > 0 THEN points ELSE 0 END AS credit
FROM responses
WHERE outcome <> 'unmarked' AND counts
