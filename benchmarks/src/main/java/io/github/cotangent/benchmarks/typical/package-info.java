/** Functions such as people write them, to see what their gradients cost. */
package io.github.cotangent.benchmarks.typical;
