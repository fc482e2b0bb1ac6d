-- Every question of every exam.
SELECT exam_id, item_id, theme, ROW_NUMBER() OVER (ORDER BY exam_id, item_id) AS question
FROM items
