/**
 * Surface IR to core IR: after it, one statement does one thing, in Java's order of evaluation.
 *
 * <p>{@link io.github.cotangent.processor.normalize.Normalizer} is the list of passes. The first
 * ones work on statements ({@code OldSwitches}, {@code ForEachLoops}, {@code LoopHeaders}); {@code
 * Lowering} takes expressions apart. Statements that are core already are left as the user wrote
 * them: the result is shown as the forward pass.
 */
package io.github.cotangent.processor.normalize;
