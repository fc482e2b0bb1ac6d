SELECT a.theme, t.name_zh, t.name_en, a.exams, a.n, a.facility
FROM (
    SELECT theme, COUNT(DISTINCT exam_id) AS exams, COUNT(*) AS n, SUM(credit) / SUM(max_points) AS facility
    FROM (
        SELECT i.theme, m.exam_id, m.candidate, SUM(m.credit) AS credit, SUM(m.max_points) AS max_points
        FROM marked AS m
        JOIN items AS i ON i.exam_id = m.exam_id AND i.item_id = m.item_id
        GROUP BY i.theme, m.exam_id, m.candidate
    ) AS people
    GROUP BY theme
) AS a
LEFT JOIN themes AS t ON t.theme = a.theme
