SELECT a.item_id, s.stem_zh, s.stem_en, u.exams, a.n, a.facility, a.item_rest, u.last_used
FROM (
    SELECT item_id, COUNT(*) AS n, SUM(credit) / SUM(max_points) AS facility,
        CASE WHEN MAX(share) - MIN(share) > 1e-9 AND MAX(rest) - MIN(rest) > 1e-9 THEN CORR(share, rest) END AS item_rest
    FROM (
        SELECT q.item_id, m.credit, m.max_points, m.points / m.max_points AS share,
            CASE WHEN w.max_points > m.max_points
                THEN (w.points - m.points) / (w.max_points - m.max_points) ELSE 0 END AS rest
        FROM marked AS m
        JOIN written AS w ON w.person = m.person
        JOIN questions AS q ON q.question = m.question
    ) AS x
    GROUP BY item_id
) AS a
JOIN (
    SELECT q.item_id, COUNT(*) AS exams, MAX(e.held) AS last_used
    FROM (SELECT DISTINCT question FROM marked) AS m
    JOIN questions AS q ON q.question = m.question
    JOIN exams AS e ON e.exam_id = q.exam_id
    GROUP BY q.item_id
) AS u ON u.item_id = a.item_id
JOIN (
    SELECT item_id, MIN(stem_zh) AS stem_zh, MIN(stem_en) AS stem_en
    FROM items
    GROUP BY item_id
) AS s ON s.item_id = a.item_id
