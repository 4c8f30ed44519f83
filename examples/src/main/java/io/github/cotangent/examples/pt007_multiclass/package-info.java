/** Chapter 7: ten classes, softmax and cross-entropy, over-fitting and shifted images. */
package io.github.cotangent.examples.pt007_multiclass;
