SELECT a.theme, t.name_zh, t.name_en, a.exams, a.n, a.facility
FROM (
    SELECT p.theme, COUNT(DISTINCT g.exam_id) AS exams, COUNT(*) AS n, SUM(p.credit) / SUM(p.max_points) AS facility
    FROM (
        SELECT m.person, q.theme, SUM(m.credit) AS credit, SUM(m.max_points) AS max_points
        FROM marked AS m
        JOIN questions AS q ON q.question = m.question
        GROUP BY m.person, q.theme
    ) AS p
    JOIN graded AS g ON g.person = p.person
    GROUP BY p.theme
) AS a
LEFT JOIN themes AS t ON t.theme = a.theme
