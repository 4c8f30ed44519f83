/** A course in differentiable programming: one package for each chapter, to be read in order. */
package io.github.cotangent.examples;
