-- Each person's last sitting of each blueprint.
SELECT *
FROM (
    SELECT g.*,
        ROW_NUMBER() OVER (
            PARTITION BY blueprint, candidate
            ORDER BY CASE WHEN held IS NULL THEN 0 ELSE 1 END DESC, held DESC, exam_id DESC
        ) AS back,
        COUNT(*) OVER (PARTITION BY blueprint, candidate) AS sittings
    FROM graded AS g
    WHERE status = 'graded'
) AS numbered
WHERE back = 1
