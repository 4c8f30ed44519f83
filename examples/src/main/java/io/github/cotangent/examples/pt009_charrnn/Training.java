package io.github.cotangent.examples.pt009_charrnn;

import io.github.cotangent.examples.pt009_charrnn.Network.Params;
import io.github.cotangent.examples.pt009_charrnn.Network.Run;
import io.github.cotangent.examples.pt009_charrnn.Network.State;
import io.github.cotangent.examples.pt009_charrnn.Network.Stretch;
import io.github.cotangent.tensor.Optimiser;

/**
 * The training of a network: stretch by stretch through the text, as often as one likes. The memory
 * is carried from stretch to stretch, but no derivative is: that is truncated backpropagation.
 */
final class Training {

  private final Text text;
  private final Settings settings;
  private final Optimiser<Params> optimiser;
  private final int perPass;
  private Model model;
  private State state;
  private long steps;
  private double lossOfPass;
  private double seconds;

  /** From the beginning. */
  Training(Model model, Text text, Settings settings) {
    this.text = text;
    this.settings = settings;
    this.model = model;
    this.optimiser = settings.newOptimiser();
    this.state = model.noMemory(settings.batch());
    this.perPass = text.stretches(settings.batch(), settings.seq());
  }

  /** From where another one was. */
  Training(Checkpoint checkpoint, Text text, Settings settings) {
    this(checkpoint.model(), text, settings);
    optimiser.restore(model.params(), checkpoint.memory());
    state = checkpoint.state();
    double[] progress = checkpoint.progress().toDoubles();
    steps = (long) progress[0];
    lossOfPass = progress[1];
    seconds = progress[2];
  }

  /** Where it is now. */
  Checkpoint checkpoint() {
    return Checkpoint.of(
        model,
        settings,
        text.fingerprint(),
        optimiser.state(model.params()),
        state,
        steps,
        lossOfPass,
        seconds);
  }

  Model model() {
    return model;
  }

  long steps() {
    return steps;
  }

  /** How many steps it takes to read the text once. */
  int stepsOfPass() {
    return perPass;
  }

  /** How many steps there will have been in the end. */
  long stepsInAll() {
    return (long) perPass * settings.epochs();
  }

  /** How many passes have been completed. */
  long passes() {
    return steps / perPass;
  }

  /** The mean loss of the pass that is under way, or that has just ended. */
  double loss() {
    long inPass = steps % perPass;
    return lossOfPass / (inPass == 0 ? perPass : inPass);
  }

  /** How long all steps took. */
  double seconds() {
    return seconds;
  }

  /**
   * Makes a step.
   *
   * @return the loss before it
   */
  double step() {
    long start = System.nanoTime();
    int number = (int) (steps % perPass);
    if (number == 0) {
      state = model.noMemory(settings.batch());
      lossOfPass = 0;
    }
    Stretch stretch = text.stretch(settings.batch(), settings.seq(), number, Settings.TYPE);
    dNetwork.ReadPullback read =
        dNetwork.readPullback(model.params(), model.kind(), state, stretch, settings.clip());
    Run run = read.value();
    // The loss has the adjoint 1; the memory at the end gets 0: what follows has not been read yet.
    Params gradient = read.apply(new Run(1, model.noMemory(settings.batch())));
    model = model.with(optimiser.step(model.params(), gradient));
    state = run.end();
    lossOfPass += run.loss();
    steps++;
    seconds += (System.nanoTime() - start) * 1e-9;
    return run.loss();
  }

  /** The loss of a network over a text that is read in so many parts. */
  static double loss(Model model, Text text, Settings settings) {
    int stretches = text.stretches(settings.batch(), settings.seq());
    State state = model.noMemory(settings.batch());
    double sum = 0;
    for (int i = 0; i < stretches; i++) {
      Stretch stretch = text.stretch(settings.batch(), settings.seq(), i, Settings.TYPE);
      Run run = Network.read(model.params(), model.kind(), state, stretch, settings.clip());
      state = run.end();
      sum += run.loss();
    }
    return sum / stretches;
  }
}
