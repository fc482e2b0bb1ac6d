SELECT e.held, e.exam_id, e.title_zh, e.title_en, e.edition, e.folder, p.n, p.passed, p.n - p.decided AS undecided, p.decided,
    p.pass_share, p.mean_share
FROM exams AS e
LEFT JOIN passing AS p ON p.exam_id = e.exam_id
