/** Chapter 8: an autoencoder, what its code means, and new digits made from it. */
package io.github.cotangent.examples.pt008_autoencoder;
