package io.github.cotangent.processor.syntax;

import java.util.List;
import java.util.function.IntFunction;

/** The bytecode of a record's constructor or accessor, held against what javac writes for them. */
final class RecordCode {

  private static final int ILOAD = 0x15;
  private static final int ILOAD_0 = 0x1a;
  private static final int ALOAD_0 = 0x2a;
  private static final int IRETURN = 0xac;
  private static final int RETURN = 0xb1;
  private static final int GETFIELD = 0xb4;
  private static final int PUTFIELD = 0xb5;
  private static final int INVOKESPECIAL = 0xb7;

  /** There is a short form of a load for each of these first locals. */
  private static final int SHORT_FORMS = 4;

  private final byte[] code;
  private final IntFunction<String> members;
  private int at;

  /** Code, which may be null, and what a member's index in it means. */
  RecordCode(byte[] code, IntFunction<String> members) {
    this.code = code == null ? new byte[0] : code;
    this.members = members;
  }

  /** True where the code is that of a constructor that stores each parameter in its field. */
  boolean stores(List<String> fields, List<String> types) {
    boolean same = is(ALOAD_0) && names(INVOKESPECIAL, "java/lang/Record.<init>()V");
    int local = 1;
    for (int i = 0; same && i < fields.size(); i++) {
      same = is(ALOAD_0) && loads(local, types.get(i)) && names(PUTFIELD, fields.get(i));
      local += types.get(i).equals("J") || types.get(i).equals("D") ? 2 : 1;
    }
    return same && is(RETURN) && at == code.length;
  }

  /** True where the code is that of an accessor that returns its field. */
  boolean returns(String field, String type) {
    return is(ALOAD_0) && names(GETFIELD, field) && is(IRETURN + kind(type)) && at == code.length;
  }

  /** The order in which instructions for int, long, float, double and references stand. */
  private static int kind(String type) {
    return switch (type.charAt(0)) {
      case 'J' -> 1;
      case 'F' -> 2;
      case 'D' -> 3;
      case 'L', '[' -> 4;
      default -> 0;
    };
  }

  private boolean loads(int local, String type) {
    int kind = kind(type);
    if (local < SHORT_FORMS) {
      return is(ILOAD_0 + SHORT_FORMS * kind + local);
    }
    return is(ILOAD + kind) && is(local); // A method has no more than 255 parameters.
  }

  private boolean names(int instruction, String member) {
    if (!is(instruction) || at + 2 > code.length) {
      return false;
    }
    int index = (code[at++] & 0xff) << 8 | code[at++] & 0xff;
    return member.equals(members.apply(index));
  }

  private boolean is(int value) {
    return at < code.length && (code[at++] & 0xff) == value;
  }
}
