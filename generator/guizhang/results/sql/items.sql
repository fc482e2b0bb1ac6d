SELECT a.item_id, s.stem_zh, s.stem_en, a.exams, a.n, a.facility, a.item_rest, a.last_used
FROM (
    SELECT x.item_id, COUNT(DISTINCT x.exam_id) AS exams, COUNT(*) AS n, SUM(x.credit) / SUM(x.max_points) AS facility,
        CASE WHEN MAX(x.share) - MIN(x.share) > 1e-9 AND MAX(x.rest) - MIN(x.rest) > 1e-9
            THEN CORR(x.share, x.rest) END AS item_rest,
        MAX(e.held) AS last_used
    FROM (
        SELECT m.exam_id, m.item_id, m.credit, m.max_points, m.points / m.max_points AS share,
            CASE WHEN w.max_points > m.max_points
                THEN (w.points - m.points) / (w.max_points - m.max_points) ELSE 0 END AS rest
        FROM marked AS m
        JOIN written AS w ON w.exam_id = m.exam_id AND w.candidate = m.candidate
    ) AS x
    JOIN exams AS e ON e.exam_id = x.exam_id
    GROUP BY x.item_id
) AS a
JOIN (
    SELECT item_id, MIN(stem_zh) AS stem_zh, MIN(stem_en) AS stem_en
    FROM items
    GROUP BY item_id
) AS s ON s.item_id = a.item_id
