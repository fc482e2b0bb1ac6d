SELECT l.blueprint, l.candidate, l.name, c.address, p.name_zh, p.name_en,
    SUM(m.credit) AS points, SUM(m.max_points) AS max_points, SUM(m.credit) / SUM(m.max_points) AS share
FROM latest AS l
JOIN marked AS m ON m.exam_id = l.exam_id AND m.candidate = l.candidate
JOIN citations AS c ON c.exam_id = m.exam_id AND c.item_id = m.item_id
LEFT JOIN provisions AS p ON p.address = c.address
WHERE l.passed = FALSE
GROUP BY l.blueprint, l.candidate, l.name, c.address, p.name_zh, p.name_en
HAVING SUM(m.credit) < SUM(m.max_points)
