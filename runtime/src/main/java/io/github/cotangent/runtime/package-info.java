/**
 * What generated derivatives call: tapes for the forward sweep, shadows for the backward sweep,
 * copies of arguments, checks of seeds and tangents, the schedule of loops with checkpoints, and
 * workspaces, which users make for training loops.
 *
 * <p>Generated code is the intended caller; hand-written derivatives may use it as well.
 */
package io.github.cotangent.runtime;
