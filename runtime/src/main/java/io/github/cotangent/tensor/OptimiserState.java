package io.github.cotangent.tensor;

/**
 * What an optimiser has seen so far, in a form that {@link Models} saves: with it a training goes
 * on as if it had not stopped.
 *
 * @param memory for each tensor of the parameters, what the optimiser remembers of its gradients
 * @param steps how many steps have been made: a single number
 */
public record OptimiserState(Tensor[] memory, Tensor steps) {}
