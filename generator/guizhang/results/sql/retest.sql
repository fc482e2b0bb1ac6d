SELECT blueprint, title_zh, title_en, department, candidate, name, 'failed' AS reason, held, total_points, cut_points,
    max_points, sittings
FROM latest
WHERE passed = FALSE
UNION ALL
SELECT e.blueprint, MIN(e.title_zh) AS title_zh, MIN(e.title_en) AS title_en, c.department, c.candidate,
    MAX(c.name) AS name, 'absent' AS reason, MAX(e.held) AS held,
    CAST(NULL AS DOUBLE) AS total_points, CAST(NULL AS DOUBLE) AS cut_points, CAST(NULL AS DOUBLE) AS max_points,
    0 AS sittings
FROM candidates AS c
JOIN exams AS e ON e.exam_id = c.exam_id
WHERE c.status = 'absent'
    AND NOT EXISTS (
        SELECT 1 FROM graded AS g WHERE g.blueprint = e.blueprint AND g.candidate = c.candidate
    )
GROUP BY e.blueprint, c.department, c.candidate
