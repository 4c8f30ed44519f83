/** Bundle adjustment: the error of an observation, and its Jacobian in several shapes by hand. */
package io.github.cotangent.benchmarks.ba;
