SELECT a.address, p.name_zh, p.name_en, a.exams, a.n, a.missed, a.miss_share, a.blank, a.facility
FROM (
    SELECT g.address, COUNT(*) AS exams, CAST(SUM(a.n) AS BIGINT) AS n, CAST(SUM(a.missed) AS BIGINT) AS missed,
        1.0e0 * SUM(a.missed) / SUM(a.n) AS miss_share, CAST(SUM(a.blank) AS BIGINT) AS blank,
        SUM(a.credit) / SUM(a.max_points) AS facility
    FROM asked AS a
    JOIN (SELECT DISTINCT address, ground FROM cited) AS g ON g.ground = a.ground
    GROUP BY g.address
) AS a
LEFT JOIN provisions AS p ON p.address = a.address
