package io.github.cotangent.processor.ir;

/**
 * The place in the user's source that an IR node came from.
 *
 * @param start offset of the first character in the source file, or -1 where there is none
 * @param end offset behind the last character
 * @param text the source on one line, without the closing semicolon: what an {@code adjoint of:}
 *     comment shows
 */
public record Origin(int start, int end, String text) {

  /** The origin of what the compiler itself made. */
  public static final Origin NONE = new Origin(-1, -1, "");

  /** True where this names a place in the user's file. */
  public boolean isInSource() {
    return start >= 0;
  }
}
