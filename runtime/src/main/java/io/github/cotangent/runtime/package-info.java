/**
 * What generated derivatives call: tapes for the forward sweep, shadows for the backward sweep,
 * copies of arguments, checks of seeds and tangents, and the schedule of loops with checkpoints.
 *
 * <p>Generated code is the intended caller; hand-written derivatives may use it as well.
 */
package io.github.cotangent.runtime;
