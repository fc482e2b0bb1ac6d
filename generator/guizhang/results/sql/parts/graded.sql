-- Everybody who has a result, also who was purged since, with the share of the points earned where nothing is left to be
-- marked. People and questions are numbered: millions of answers are put together by numbers many times as fast as by ids.
SELECT c.*, e.blueprint, e.title_zh, e.title_en, e.held, e.edition,
    CASE WHEN c.open_points = 0 THEN c.total_points / c.max_points END AS point_share,
    ROW_NUMBER() OVER (ORDER BY c.exam_id, c.candidate) AS person
FROM candidates AS c
JOIN exams AS e ON e.exam_id = c.exam_id
WHERE c.status IN ('graded', 'purged')
