SELECT e.blueprint, e.title_zh, e.title_en, e.held, e.edition, e.exam_id, p.n, p.decided, p.pass_share, p.mean_share,
    p.mean_share - LAG(p.mean_share) OVER (
        PARTITION BY e.blueprint ORDER BY CASE WHEN e.held IS NULL THEN 1 ELSE 0 END, e.held, e.exam_id
    ) AS change
FROM exams AS e
JOIN passing AS p ON p.exam_id = e.exam_id
