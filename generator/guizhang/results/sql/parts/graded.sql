-- Everybody who has a result, with the share of the points earned where nothing is left to be marked.
SELECT c.*, e.blueprint, e.title_zh, e.title_en, e.held, e.edition,
    CASE WHEN c.open_points = 0 THEN c.total_points / c.max_points END AS point_share
FROM candidates AS c
JOIN exams AS e ON e.exam_id = c.exam_id
WHERE c.status = 'graded'
