/**
 * Chapter 9: a recurrent network that learns to write, character by character; gradients through
 * time.
 */
package io.github.cotangent.examples.pt009_charrnn;
