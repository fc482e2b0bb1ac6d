-- Papers that are marked to the end; only they say how sure a test is.
SELECT c.exam_id, f.paper, c.candidate, c.form, c.total_points, COALESCE(c.practical_points, 0) AS practical_points
FROM candidates AS c
JOIN forms AS f ON f.exam_id = c.exam_id AND f.form = c.form
WHERE c.status = 'graded' AND c.open_points = 0
