/** Gaussian mixtures: the objective, and its gradient in several shapes by hand. */
package io.github.cotangent.benchmarks.gmm;
