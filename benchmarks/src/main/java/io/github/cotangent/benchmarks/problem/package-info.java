/** What the problems have in common: their files, what they must give, and who solves them. */
package io.github.cotangent.benchmarks.problem;
