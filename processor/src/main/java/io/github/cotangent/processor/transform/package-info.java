/**
 * Reverse mode: from a normalized function to its derivative, in the same IR.
 *
 * <p>Read {@link io.github.cotangent.processor.transform.ReverseMode} first: it makes the forward
 * and the backward sweep of one function. {@link
 * io.github.cotangent.processor.transform.StatementAdjoint} is the chain rule for one statement,
 * {@link io.github.cotangent.processor.transform.BackwardSweep} puts the adjoints in reverse order
 * through branches, and {@link io.github.cotangent.processor.transform.BackwardLoops} through
 * loops, {@link io.github.cotangent.processor.transform.ForwardSweep} adds to the primal what must
 * be recorded, {@link io.github.cotangent.processor.transform.ShadowPlan} finds the adjoint of each
 * array, and {@link io.github.cotangent.processor.transform.Members} wraps the sweeps into the
 * methods that users and other derivatives call.
 */
package io.github.cotangent.processor.transform;
