SELECT e.held, e.exam_id, e.title_zh, e.title_en, t.paper, t.forms, t.n, t.mean_points, t.deviation, t.alpha,
    CASE WHEN t.alpha IS NULL THEN NULL
        WHEN t.alpha < 0 THEN t.deviation
        ELSE t.deviation * SQRT(1 - t.alpha) END AS error
FROM tests AS t
JOIN exams AS e ON e.exam_id = t.exam_id
WHERE t.n > 1
