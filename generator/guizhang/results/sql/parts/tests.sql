-- Each set of questions as a test: alpha = k/(k-1) (1 - sum of variances / variance of the total).
SELECT t.exam_id, t.paper, t.forms, t.n, t.mean_points, t.deviation,
    CASE WHEN s.questions > 1 AND t.spread > 1e-9
        THEN s.questions / (s.questions - 1.0e0) * (1 - s.spreads / t.spread) END AS alpha
FROM (
    SELECT exam_id, paper, COUNT(DISTINCT form) AS forms, COUNT(*) AS n, AVG(total_points) AS mean_points,
        STDDEV_SAMP(total_points) AS deviation, VAR_SAMP(total_points) AS spread
    FROM complete
    GROUP BY exam_id, paper
) AS t
JOIN (
    SELECT exam_id, paper, COUNT(*) AS questions, SUM(spread) AS spreads
    FROM spreads
    GROUP BY exam_id, paper
) AS s ON s.exam_id = t.exam_id AND s.paper = t.paper
