package io.github.cotangent.benchmarks.training;

import io.github.cotangent.examples.pt009_charrnn.Cell;
import java.util.List;

/** All that is measured. */
public final class Tasks {

  private static final List<Task> ALL =
      List.of(
          new ClassifierTask(1),
          new ClassifierTask(32),
          new ClassifierTask(128),
          new AutoencoderTask(1),
          new AutoencoderTask(32),
          new AutoencoderTask(128),
          new CharactersTask("rnn_h100_b1", Cell.RNN, 100, 25, 1),
          new CharactersTask("lstm_h128_b32", Cell.LSTM, 128, 50, 32),
          new CharactersTask("lstm_h512_b32", Cell.LSTM, 512, 50, 32));

  private Tasks() {}

  /** The names of all, in the order of the table. */
  public static List<String> names() {
    return ALL.stream().map(Task::name).toList();
  }

  /**
   * A task by its name.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Task named(String name) {
    return ALL.stream()
        .filter(task -> task.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no step called " + name + ": there are " + String.join(", ", names())));
  }
}
