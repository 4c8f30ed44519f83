/**
 * Dense arrays of numbers for machine learning: {@link io.github.cotangent.tensor.Tensor} and what
 * makes it, losses, convolutions, and optimisers for records of tensors. Every operation has its
 * derivative, in both modes, by the same annotations that are open to everybody.
 */
package io.github.cotangent.tensor;
