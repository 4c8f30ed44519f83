/** Chapter 1: the derivative of one small function, and how to read its generated source. */
package io.github.cotangent.examples.pt001_intro;
