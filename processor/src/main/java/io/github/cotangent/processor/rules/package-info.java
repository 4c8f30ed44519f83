/**
 * The calculus of scalars. A derivative is one line in one place, {@link
 * io.github.cotangent.processor.rules.RuleTable}: from it come reverse and forward mode, what must
 * be recorded, the rule's test and its row in {@code docs/rules.md}. {@link
 * io.github.cotangent.processor.rules.Calculus} answers the transforms' questions, {@link
 * io.github.cotangent.processor.rules.Simplifier} writes products and sums as a person would.
 */
package io.github.cotangent.processor.rules;
