-- What each question rests on; a ground is a provision in one exam.
SELECT c.exam_id, c.address, q.question, DENSE_RANK() OVER (ORDER BY c.exam_id, c.address) AS ground,
    COUNT(*) OVER (PARTITION BY c.exam_id, c.address) AS questions
FROM citations AS c
JOIN questions AS q ON q.exam_id = c.exam_id AND q.item_id = c.item_id
