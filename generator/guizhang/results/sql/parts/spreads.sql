-- Variance of the points of each question among those who sat the same questions; the practical part is one question more.
SELECT k.exam_id, k.paper, r.item_id, VAR_SAMP(r.points) AS spread
FROM complete AS k
JOIN responses AS r ON r.exam_id = k.exam_id AND r.candidate = k.candidate
WHERE r.counts
GROUP BY k.exam_id, k.paper, r.item_id
UNION ALL
SELECT k.exam_id, k.paper, '' AS item_id, VAR_SAMP(k.practical_points) AS spread
FROM complete AS k
JOIN exams AS e ON e.exam_id = k.exam_id
WHERE e.practical_points > 0
GROUP BY k.exam_id, k.paper
