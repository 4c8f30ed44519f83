package cases.calls.arrays_as_objects;

/** Of another file: what it does is not known. */
final class Elsewhere {
  static void write(Object held) {
    ((Input.Held) held).values()[0] = 7;
  }

  private Elsewhere() {}
}
