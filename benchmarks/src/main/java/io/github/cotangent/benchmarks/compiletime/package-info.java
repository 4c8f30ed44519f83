/** What the compiler adds to a run of javac: sources of a given size, and the runs. */
package io.github.cotangent.benchmarks.compiletime;
