-- Answers that have been marked, to questions no correction has set aside; as a sign of knowledge a negative mark counts as nothing.
SELECT g.person, q.question, r.points, r.max_points, CASE WHEN r.points > 0 THEN r.points ELSE 0 END AS credit,
    r.outcome = 'blank' AS blank
FROM responses AS r
JOIN graded AS g ON g.exam_id = r.exam_id AND g.candidate = r.candidate
JOIN questions AS q ON q.exam_id = r.exam_id AND q.item_id = r.item_id
WHERE r.outcome <> 'unmarked' AND r.counts
