-- Each person's written part, as far as it is marked.
SELECT person, SUM(points) AS points, SUM(max_points) AS max_points
FROM marked
GROUP BY person
