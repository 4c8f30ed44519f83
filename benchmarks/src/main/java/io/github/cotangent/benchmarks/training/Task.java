package io.github.cotangent.benchmarks.training;

/** A model with its first parameters and a batch, which both contenders start from. */
public interface Task {

  /** What it is called in the table. */
  String name();

  /** How many characters a step reads; 0 where it reads none. */
  default int characters() {
    return 0;
  }

  /** The learning rate that it is trained with. */
  double rate();

  /** The model of the course, with the gradient that Cotangent generates. */
  Trainee generated(double rate);

  /** The same in PyTorch. */
  Trainee torch(double rate);
}
