-- Each exam and provision: who was asked, and who earned less than half. Where one question rests on a provision, its
-- answers are the people; only where there are several must each person's be added up first, which takes far longer.
SELECT c.address, m.exam_id, COUNT(*) AS n, COUNT(CASE WHEN m.credit * 2 < m.max_points THEN 1 END) AS missed,
    COUNT(CASE WHEN m.outcome = 'blank' THEN 1 END) AS blank, SUM(m.credit) AS credit, SUM(m.max_points) AS max_points
FROM marked AS m
JOIN citations AS c ON c.exam_id = m.exam_id AND c.item_id = m.item_id
JOIN cited AS t ON t.exam_id = c.exam_id AND t.address = c.address AND t.items = 1
GROUP BY c.address, m.exam_id
UNION ALL
SELECT address, exam_id, COUNT(*) AS n, COUNT(CASE WHEN credit * 2 < max_points THEN 1 END) AS missed,
    CAST(SUM(blank) AS BIGINT) AS blank, SUM(credit) AS credit, SUM(max_points) AS max_points
FROM (
    SELECT c.address, m.exam_id, m.candidate, SUM(m.credit) AS credit, SUM(m.max_points) AS max_points,
        COUNT(CASE WHEN m.outcome = 'blank' THEN 1 END) AS blank
    FROM marked AS m
    JOIN citations AS c ON c.exam_id = m.exam_id AND c.item_id = m.item_id
    JOIN cited AS t ON t.exam_id = c.exam_id AND t.address = c.address AND t.items > 1
    GROUP BY c.address, m.exam_id, m.candidate
) AS people
GROUP BY address, exam_id
