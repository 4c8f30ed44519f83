package cases.checkpoint.snapshots;

final class Message {
  private static final String START =
      "a loop with checkpoints needs at least one snapshot: checkpoint(";

  /** The number that is refused; 1 if none is. */
  static double of(Runnable run) {
    try {
      run.run();
      return 1;
    } catch (IllegalArgumentException e) {
      String number = e.getMessage().substring(START.length(), e.getMessage().length() - 1);
      return e.getMessage().startsWith(START) ? Integer.parseInt(number) : Double.NaN;
    }
  }

  private Message() {}
}
