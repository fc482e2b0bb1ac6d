/* How long the sitting has lasted. Setting the clock back gains nothing: the page counts by a clock nobody sets, keeps the
   highest value it has seen, and counts the time it was closed or the computer slept. */
const limit = exam.minutes * 60;
const SLACK = 5_000;
let total = 0;
let steady = 0;
let wall = 0;

function startClock() {
  const now = Date.now();
  if (!sitting.started) Object.assign(sitting, { started: now, elapsed: 0, wall: now });
  const closed = now - sitting.wall;
  if (closed < -SLACK) flag("clock");
  total = sitting.elapsed + Math.max(0, closed);
  steady = performance.now();
  wall = now;
}
/* Milliseconds since the start. */
function elapsed() {
  const ticked = performance.now() - steady;
  const passed = Date.now() - wall;
  steady += ticked;
  wall += passed;
  if (passed - ticked < -SLACK) flag("clock");
  if (passed - ticked > 60_000) flag("jump");
  total += passed - ticked > SLACK ? passed : ticked;
  sitting.elapsed = Math.max(sitting.elapsed, Math.round(total));
  sitting.wall = wall;
  return sitting.elapsed;
}
const seconds = () => Math.floor(elapsed() / 1000);
