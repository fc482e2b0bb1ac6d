SELECT a.address, p.name_zh, p.name_en, a.exams, a.n, a.missed, a.miss_share, a.blank, a.facility
FROM (
    SELECT address, COUNT(DISTINCT exam_id) AS exams, CAST(SUM(n) AS BIGINT) AS n, CAST(SUM(missed) AS BIGINT) AS missed,
        1.0e0 * SUM(missed) / SUM(n) AS miss_share, CAST(SUM(blank) AS BIGINT) AS blank,
        SUM(credit) / SUM(max_points) AS facility
    FROM asked
    GROUP BY address
) AS a
LEFT JOIN provisions AS p ON p.address = a.address
