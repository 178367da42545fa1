// Package progress judges a plan as of one day. Assess turns what the data say
// into a Report, from which everything a reader sees is written. It is pure: the
// day is an argument, no file is read, and no order comes from a map.
//
// # What counts
//
// Only what the public could know on the day: an update or an observation counts
// from the day it was known (plan.Update.Known, plan.Observation.Known), an
// update also not before the day it speaks of, and a piece of evidence not
// before its own publication. A baseline counts from its earliest evidence.
// Updates are weighed by the day they speak of; on the same day the one written
// later in the file is the later one.
//
// # Status of a task
//
// The first rule that holds decides. A deadline includes its day: overdue and
// lapsed begin on the day after. "Says" means an update with a status; an update
// without one is shown, but says nothing of progress.
//
//  1. adjusted, terminated: the latest update that says so and names the
//     document. A later statement undoes it only with a correction.
//  2. completed: the latest statement says completed, one of the updates that
//     say so without interruption has evidence, and every goal is reached. Done
//     on the completed_on that was written last, else on the day the first of
//     those updates with evidence speaks of; not before a goal that was reached
//     after its target's date. On time if that day is not after the deadline.
//  3. overdue: after the deadline, and an update as of the deadline or later
//     says not_started, in_progress or behind and no later statement corrects
//     it; or a goal is missed.
//  4. lapsed: after the deadline otherwise. The explanation tells apart: nothing
//     was published; what was published says nothing of completion; the last
//     statement is older than the deadline; completed was said without evidence;
//     completed was said and the goals' values were not published; the goals
//     were reached and nobody said that the task is complete.
//  5. not_started: the latest statement says so.
//  6. ongoing: no deadline, and at least one update.
//  7. behind: not yet due, and a goal is behind or the latest statement says so.
//     on_track: not yet due, and every goal (at least one) is on pace; or, where
//     goals cannot be assessed or there are none, the latest statement says
//     in_progress or completed and speaks of a day after the last target date
//     of the goals that has passed.
//  8. not_started: the start date is ahead.
//  9. undisclosed: all others. Updates that say nothing of progress do not make
//     a task on track.
//
// Time alone never improves a status: what was not said cannot help a task.
//
// # Goals
//
// The goals of a task are the indicators that name it, except those with method
// none, which are shown and decide nothing. All targets of a goal that are due
// by the task's deadline must be reached (all targets, if none is due by then or
// there is no deadline). A goal is reached by a target that is met, or, later, by
// the latest value after the target's date that satisfies it; the target itself
// stays missed. Before the deadline a goal is behind if its first target not yet
// passed (else its last) is, and on pace if that target is on pace, nearly on
// pace, substantial or met and none that has passed is without a value.
//
// # Verdict on a target
//
// A value judges if it is not an expected one (flag expected) and its period is
// over; of several for one period the one known last. It has to be of the right
// kind of period: flows, ratios and differences are judged by a period as long
// as the target's; stocks, shares and cumulative figures by any figure as of a
// day not after the target's. A value after the target's date never judges it.
//
//   - After the target's date (the verdict is frozen): the value for that very
//     period or day decides, met or missed. A stock, share or cumulative figure
//     that satisfied the target at its last earlier count is met early. Otherwise
//     no_data; a flow that once satisfied the target in an earlier year is not
//     enough, because the plan speaks of the target's year.
//   - A target that a document changed holds from the day the change was
//     published. Satisfying it while the target before is not satisfied is met
//     after the target was lowered, and counts as met for the task.
//   - Before it: the latest value. Satisfying the target is met, whatever the
//     trend. Otherwise the method's bands, or pending where there is no value.
//
// The second and later targets are judged after the one before has passed, from
// the actual value of that date. Where that value was not published, cagr is
// refused and share_vs_pace counts from the first base, as for the first target.
//
// The methods are GrowthRatio with GrowthBand (cagr), SharePace with PaceBand
// (share_vs_pace), met or missed at the date (milestone) and none. An imputed
// base gives numbers for reference and never a verdict.
package progress
