-- Each exam: who sat it, and how many passed.
SELECT exam_id,
    COUNT(*) AS n,
    COUNT(passed) AS decided,
    COUNT(CASE WHEN passed THEN 1 END) AS passed,
    1.0e0 * COUNT(CASE WHEN passed THEN 1 END) / NULLIF(COUNT(passed), 0) AS pass_share,
    AVG(point_share) AS mean_share
FROM graded
GROUP BY exam_id
