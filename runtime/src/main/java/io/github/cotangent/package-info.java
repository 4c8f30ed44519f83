/**
 * What is named in the source of a project that uses Cotangent: the annotations that ask for
 * derivatives and say what is constant, and the {@link io.github.cotangent.GradientCheck} that its
 * tests call. What generated code calls is in {@code io.github.cotangent.runtime}.
 */
package io.github.cotangent;
