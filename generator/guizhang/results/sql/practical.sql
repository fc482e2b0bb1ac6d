SELECT r.criterion, c.name_zh, c.name_en, COUNT(DISTINCT r.exam_id) AS exams, COUNT(r.points) AS n,
    SUM(r.points) / NULLIF(SUM(CASE WHEN r.points IS NOT NULL THEN r.max_points END), 0) AS mean_share,
    COUNT(CASE WHEN r.critical AND r.points = 0 THEN 1 END) AS failed,
    COUNT(CASE WHEN r.raters > 1 THEN 1 END) AS pairs,
    AVG(CASE WHEN r.raters > 1 THEN r.highest - r.lowest END) AS apart,
    COUNT(CASE WHEN r.resolution = 'open' THEN 1 END) AS unsettled
FROM ratings AS r
LEFT JOIN criteria AS c ON c.criterion = r.criterion
GROUP BY r.criterion, c.name_zh, c.name_en
