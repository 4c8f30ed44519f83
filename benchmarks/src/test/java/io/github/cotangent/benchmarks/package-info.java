/** The derivatives are right, and the driver runs. */
package io.github.cotangent.benchmarks;
