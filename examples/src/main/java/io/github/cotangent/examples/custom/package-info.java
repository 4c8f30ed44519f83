/** Derivatives written by hand: what the page about them quotes. */
package io.github.cotangent.examples.custom;
