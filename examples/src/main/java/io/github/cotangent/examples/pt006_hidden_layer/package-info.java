/** Chapter 6: tells odd digits from even ones, with a layer of hidden units. */
package io.github.cotangent.examples.pt006_hidden_layer;
