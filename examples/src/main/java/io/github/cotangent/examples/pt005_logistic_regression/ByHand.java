package io.github.cotangent.examples.pt005_logistic_regression;

import io.github.cotangent.examples.pt005_logistic_regression.OneWeight.Model;
import java.util.Locale;

/** What chapter 5 computes without any picture. */
final class ByHand {

  private ByHand() {}

  static void printAll() {
    printSigmoid();
    printLikelihood();
    printForms();
  }

  private static void printSigmoid() {
    print("The sigmoid turns numbers into probabilities%n%n");
    print("    z   sigmoid(z)%n");
    for (int z : new int[] {-10, -4, -2, -1, 0, 1, 2, 4, 10}) {
      print("%5d %12.6f%n", z, OneWeight.sigmoid(z));
    }
  }

  private static void printLikelihood() {
    double[] probabilities = {0.9, 0.6, 0.2};
    int[] answers = {1, 1, 0};
    print("%nThree pictures, and what a model says of them%n%n");
    print("says yes with   answer   likelihood   surprise%n");
    double product = 1.0;
    double sum = 0.0;
    for (int i = 0; i < answers.length; i++) {
      double likelihood = answers[i] == 1 ? probabilities[i] : 1.0 - probabilities[i];
      double surprise = -Math.log(likelihood);
      print(
          "%13.1f %8s %12.1f %10.4f%n",
          probabilities[i], answers[i] == 1 ? "yes" : "no", likelihood, surprise);
      product *= likelihood;
      sum += surprise;
    }
    print("%nproduct of the likelihoods = %.4f%n", product);
    print("sum of the surprises       = %.4f%n", sum);
    print("-log(product)              = %.4f%n", -Math.log(product));
    print("mean surprise              = %.4f%n", sum / answers.length);
  }

  private static void printForms() {
    print("%nThe answer is no, the model says z: surprise and slope in two forms%n%n");
    print("    z   as derived       slope        safe       slope%n");
    double[] x = {0.0};
    double[] no = {0.0};
    for (double z : new double[] {-40, -1, 1, 10, 30, 40, 800}) {
      Model model = new Model(0.0, z);
      // Adding 0.0 turns the number -0.0 into 0.0, and leaves all others alone.
      print(
          "%5.0f %12.6g %11.4g %11.6g %11.4g%n",
          z,
          OneWeight.surprise(model, 0.0, 0.0) + 0.0,
          dOneWeight.dSurprise(model, 0.0, 0.0).bias(),
          OneWeight.loss(model, x, no),
          dOneWeight.dLoss(model, x, no).bias());
    }
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
