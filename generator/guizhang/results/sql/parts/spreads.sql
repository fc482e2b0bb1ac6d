-- Variance of the points of each question among those who sat the same questions; the practical part is one question more.
SELECT k.exam_id, k.paper, m.question, VAR_SAMP(m.points) AS spread
FROM complete AS k
JOIN marked AS m ON m.person = k.person
GROUP BY k.exam_id, k.paper, m.question
UNION ALL
SELECT k.exam_id, k.paper, 0 AS question, VAR_SAMP(k.practical_points) AS spread
FROM complete AS k
JOIN exams AS e ON e.exam_id = k.exam_id
WHERE e.practical_points > 0
GROUP BY k.exam_id, k.paper
