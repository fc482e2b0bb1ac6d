SELECT e.held, e.exam_id, e.title_zh, e.title_en, e.edition, p.n, p.passed, p.n - p.decided AS undecided, p.decided,
    p.pass_share, p.mean_share, p.deviation, a.tests, a.tested, a.alpha
FROM exams AS e
LEFT JOIN passing AS p ON p.exam_id = e.exam_id
LEFT JOIN (
    SELECT exam_id, COUNT(*) AS tests, MAX(n) AS tested, CASE WHEN COUNT(*) = 1 THEN MAX(alpha) END AS alpha
    FROM tests
    GROUP BY exam_id
) AS a ON a.exam_id = e.exam_id
