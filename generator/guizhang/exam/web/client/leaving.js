/* When the page is out of sight or loses the focus, how long, and that the candidate hears of it. */
const MOST_KEPT = 12;
let leftAt = null;

function left() {
  if (sitting && leftAt === null) leftAt = seconds();
}
function back() {
  if (leftAt === null || !sitting) return;
  const lasted = seconds() - leftAt;
  if (lasted > 0) {
    noteAway(leftAt, lasted);
    announce("was_away", { seconds: lasted });
  }
  leftAt = null;
}
function noteAway(from, lasted) {
  if (sitting.away.length < MOST_KEPT) sitting.away.push([from, lasted]);
  sitting.away_count++;
  sitting.away_seconds += lasted;
  save();
}
document.addEventListener("visibilitychange", () => (document.hidden ? left() : back()));
addEventListener("blur", left);
addEventListener("focus", back);
