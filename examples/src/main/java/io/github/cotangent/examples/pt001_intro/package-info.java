/** Chapter 1: the first derivative. */
package io.github.cotangent.examples.pt001_intro;
