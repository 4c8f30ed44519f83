package io.github.cotangent.processor.random;

/**
 * A program that is wrong, or whose derivative is.
 *
 * @param program the program
 * @param message what is wrong
 * @param generated the generated source
 */
record Failure(Program program, String message, String generated) {

  /** What kind of failure it is: the start of the message without its numbers. */
  String kind() {
    String first = message.lines().findFirst().orElse("").replaceAll("[^A-Za-z ]", "");
    return first.substring(0, Math.min(48, first.length()));
  }

  @Override
  public String toString() {
    return "---- seed "
        + program.seed()
        + ": "
        + message
        + "\n"
        + program.source()
        + (generated.isEmpty() ? "" : "---- generated\n" + generated);
  }
}
