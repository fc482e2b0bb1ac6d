-- Each exam and provision: who was asked, and who earned less than half. Where one question rests on a provision, its
-- answers are the people; only where there are several must each person's be added up first, which takes far longer.
-- Sums of binary fractions that should be equal may differ in their last digit: exactly half is not missed.
SELECT c.ground, COUNT(*) AS n, COUNT(CASE WHEN m.credit * 2 < m.max_points - 1e-9 THEN 1 END) AS missed,
    COUNT(CASE WHEN m.blank THEN 1 END) AS blank, SUM(m.credit) AS credit, SUM(m.max_points) AS max_points
FROM marked AS m
JOIN cited AS c ON c.question = m.question
WHERE c.questions = 1
GROUP BY c.ground
UNION ALL
SELECT ground, COUNT(*) AS n, COUNT(CASE WHEN credit * 2 < max_points - 1e-9 THEN 1 END) AS missed,
    CAST(SUM(blank) AS BIGINT) AS blank, SUM(credit) AS credit, SUM(max_points) AS max_points
FROM (
    SELECT m.person, c.ground, SUM(m.credit) AS credit, SUM(m.max_points) AS max_points,
        COUNT(CASE WHEN m.blank THEN 1 END) AS blank
    FROM marked AS m
    JOIN cited AS c ON c.question = m.question
    WHERE c.questions > 1
    GROUP BY m.person, c.ground
) AS people
GROUP BY ground
