/**
 * Reverse mode and forward mode: from a normalized function to its derivatives, in the same IR.
 *
 * <p>Read {@link io.github.cotangent.processor.transform.ReverseMode} first: it makes the forward
 * and the backward sweep of one function. {@link
 * io.github.cotangent.processor.transform.StatementAdjoint} is the chain rule for one statement,
 * {@link io.github.cotangent.processor.transform.BackwardSweep} puts the adjoints in reverse order
 * through branches, and {@link io.github.cotangent.processor.transform.BackwardLoops} through
 * loops, {@link io.github.cotangent.processor.transform.ForwardSweep} adds to the primal what must
 * be recorded, and {@link io.github.cotangent.processor.transform.ShadowPlan} finds the adjoint of
 * each array. {@link io.github.cotangent.processor.transform.Assembly} joins the sweeps, and runs
 * over them what makes them shorter and quicker. Loops that are not recorded are {@link
 * io.github.cotangent.processor.transform.LoopReversal} and {@link
 * io.github.cotangent.processor.transform.IndependentReversal}.
 *
 * <p>{@link io.github.cotangent.processor.transform.ForwardMode} puts the tangent of each statement
 * behind it. {@link io.github.cotangent.processor.transform.Members} wraps all of them into the
 * methods that users and other derivatives call.
 */
package io.github.cotangent.processor.transform;
