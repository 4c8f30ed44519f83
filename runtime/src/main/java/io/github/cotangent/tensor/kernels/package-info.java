/**
 * The loops behind the tensors, over plain arrays: each family is an interface with a twin for
 * {@code double[]} and for {@code float[]}. The two are the same text but for the type of the
 * arrays, which {@code TwinsTest} holds.
 *
 * <p>Loops over whole arrays have one bare index, so that the JIT compiler vectorises them.
 */
package io.github.cotangent.tensor.kernels;
