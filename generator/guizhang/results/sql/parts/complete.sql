-- Papers that are marked to the end; only they say how sure a test is.
SELECT g.exam_id, f.paper, g.person, g.form, g.total_points, COALESCE(g.practical_points, 0) AS practical_points
FROM graded AS g
JOIN forms AS f ON f.exam_id = g.exam_id AND f.form = g.form
WHERE g.open_points = 0
