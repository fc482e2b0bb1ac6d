-- How many questions of an exam rest on a provision.
SELECT exam_id, address, COUNT(*) AS items
FROM citations
GROUP BY exam_id, address
