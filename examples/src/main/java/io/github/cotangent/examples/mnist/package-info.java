/**
 * Handwritten digits for the chapters on neural networks: genuine MNIST, read in its original IDX
 * form and downloaded when asked, or, with neither data nor network, digits that a program draws.
 *
 * <p>A chapter asks {@link io.github.cotangent.examples.mnist.DigitSource} and gets {@link
 * io.github.cotangent.examples.mnist.Digits} for training and for testing. Whatever is wrong with
 * the files is a {@link io.github.cotangent.examples.mnist.BadDataException}, one sentence long.
 */
package io.github.cotangent.examples.mnist;
