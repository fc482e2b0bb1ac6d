SELECT r.blueprint, r.department, r.candidate, r.name, r.address, p.name_zh, p.name_en, r.points, r.max_points,
    r.points / r.max_points AS share
FROM (
    SELECT MIN(l.blueprint) AS blueprint, MIN(l.department) AS department, MIN(l.candidate) AS candidate,
        MIN(l.name) AS name, MIN(c.address) AS address, SUM(m.credit) AS points, SUM(m.max_points) AS max_points
    FROM latest AS l
    JOIN marked AS m ON m.person = l.person
    JOIN cited AS c ON c.question = m.question
    WHERE l.passed = FALSE
    GROUP BY m.person, c.ground
) AS r
LEFT JOIN provisions AS p ON p.address = r.address
WHERE r.points < r.max_points
