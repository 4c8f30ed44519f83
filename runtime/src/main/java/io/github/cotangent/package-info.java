/**
 * What is named in the source of a project that uses Cotangent: the annotations that ask for
 * derivatives, say what is constant, and mark derivatives written by hand; {@link
 * io.github.cotangent.Gradients}, the operations on gradients; {@link
 * io.github.cotangent.DifferentiableType}, the contract of types with derivatives of their own; and
 * the {@link io.github.cotangent.GradientCheck} that tests call. What generated code calls is in
 * {@code io.github.cotangent.runtime}.
 */
package io.github.cotangent;
