/**
 * The annotation processor: from the source of a method to the source of its derivative. {@code
 * GradientCompiler} is the whole of it on one page; {@code Rounds} gives it the classes, and writes
 * what it makes.
 */
package io.github.cotangent.processor;
