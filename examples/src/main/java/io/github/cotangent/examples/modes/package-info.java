/** Derivatives of other kinds than the gradient: what docs/language.md quotes. */
package io.github.cotangent.examples.modes;
