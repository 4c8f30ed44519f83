package io.github.cotangent.examples.pt005_logistic_regression;

import io.github.cotangent.tensor.Tensor;

/**
 * A way to answer yes or no to pictures, whose numbers can be learnt.
 *
 * @param <M> a record of these numbers
 */
public interface Trainable<M extends Record> {

  /** A number for each picture: the greater, the likelier is yes; at 0 both are as likely. */
  Tensor logits(M model, Tensor images);

  /** The mean cross-entropy. */
  double loss(M model, Pictures pictures);

  /** Its gradient with respect to the model. */
  M gradient(M model, Pictures pictures);

  /** The part of the answers that are right. */
  default double accuracy(M model, Pictures pictures) {
    double[] z = logits(model, pictures.images()).toDoubles();
    double[] answers = pictures.answers().toDoubles();
    int right = 0;
    for (int i = 0; i < z.length; i++) {
      right += z[i] > 0 == answers[i] > 0 ? 1 : 0;
    }
    return (double) right / z.length;
  }
}
