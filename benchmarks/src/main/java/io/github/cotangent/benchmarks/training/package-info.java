/**
 * Steps of training: the models of the course with generated gradients, and the same in PyTorch,
 * which a Java program reaches through DJL.
 */
package io.github.cotangent.benchmarks.training;
