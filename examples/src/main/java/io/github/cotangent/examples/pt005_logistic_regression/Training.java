package io.github.cotangent.examples.pt005_logistic_regression;

import io.github.cotangent.examples.chapter.Batches;
import io.github.cotangent.examples.chapter.Progress;
import io.github.cotangent.tensor.Optimiser;
import io.github.cotangent.tensor.Sgd;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Gradient descent in small batches, watched on pictures that are not trained with.
 *
 * @param train what is learnt from
 * @param validation what it is watched on
 * @param epochs how often every picture is seen
 * @param batch how many pictures a step looks at
 * @param rate the step size
 * @param seed what the order of the pictures depends on
 */
public record Training(
    Pictures train, Pictures validation, int epochs, int batch, double rate, long seed) {

  /** How well a model does. */
  public record Score(double loss, double accuracy) {

    /** As the course prints it. */
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "loss %.4f  accuracy %.2f %%", loss, 100 * accuracy);
    }
  }

  /**
   * What came out.
   *
   * @param models one for each epoch, the start first
   * @param train how well each does on what it learnt from
   * @param validation how well each does on the other pictures
   */
  public record Course<M>(List<M> models, List<Score> train, List<Score> validation) {

    /** The epoch after which the loss on the validation set was lowest. */
    public int best() {
      int best = 0;
      for (int epoch = 1; epoch < validation.size(); epoch++) {
        if (validation.get(epoch).loss() < validation.get(best).loss()) {
          best = epoch;
        }
      }
      return best;
    }

    /** Prints how it went at some epochs, and which was best. */
    public void print() {
      System.out.println("epoch   training: loss  accuracy   validation: loss  accuracy");
      for (int epoch : new int[] {0, 1, 2, 5, 10, 20, 50, 100}) {
        if (epoch <= last()) {
          print(epoch);
        }
      }
      System.out.println();
      System.out.println("The lowest loss on the validation set:");
      print(best());
    }

    private void print(int epoch) {
      Score learnt = train.get(epoch);
      Score watched = validation.get(epoch);
      System.out.printf(
          Locale.ROOT,
          "%5d %16.4f %8.2f %% %17.4f %8.2f %%%n",
          epoch,
          learnt.loss(),
          100 * learnt.accuracy(),
          watched.loss(),
          100 * watched.accuracy());
    }

    /** The last epoch. */
    public int last() {
      return models.size() - 1;
    }
  }

  /** Trains, from {@code start}. */
  public <M extends Record> Course<M> run(String name, Trainable<M> task, M start) {
    Course<M> course = new Course<>(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Batches batches = new Batches(train.count(), batch, seed);
    Optimiser<M> descent = new Sgd<>(rate);
    M model = start;
    note(course, task, model);
    try (Progress progress = Progress.of(name, (long) epochs * batches.perEpoch())) {
      for (int epoch = 0; epoch < epochs; epoch++) {
        for (int[] rows : batches.epoch(epoch)) {
          model = descent.step(model, task.gradient(model, train.gather(rows)));
          progress.step(course.validation().get(epoch).toString());
        }
        note(course, task, model);
      }
    }
    return course;
  }

  /** How well {@code model} does on {@code pictures}. */
  public static <M extends Record> Score score(Trainable<M> task, M model, Pictures pictures) {
    return new Score(task.loss(model, pictures), task.accuracy(model, pictures));
  }

  private <M extends Record> void note(Course<M> course, Trainable<M> task, M model) {
    course.models().add(model);
    course.train().add(score(task, model, train));
    course.validation().add(score(task, model, validation));
  }
}
