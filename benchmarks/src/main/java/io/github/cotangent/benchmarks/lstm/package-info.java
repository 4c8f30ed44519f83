/** A recurrent network: the loss, and its gradient in several shapes by hand. */
package io.github.cotangent.benchmarks.lstm;
