package io.github.cotangent.processor.syntax;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The class file of a record, as far as it tells whether the record does nothing but hold its
 * components. It does not say whether a constructor was written by hand, but it has what the
 * constructor does: that of javac's calls the constructor of {@code Record} and stores each
 * parameter, and an accessor of javac's returns the field. (The Java Virtual Machine Specification,
 * chapters 4 and 6.)
 */
final class RecordClassFile {

  private static final int LONG = 5;
  private static final int DOUBLE = 6;

  private record Component(String name, String descriptor) {}

  /** Numbers, and texts; of what refers to others, the indices of both. */
  private final Map<Integer, Object> pool = new HashMap<>();

  /** By name and descriptor. */
  private final Map<String, byte[]> methods = new HashMap<>();

  private final List<Component> components = new ArrayList<>();
  private final String name;

  private RecordClassFile(DataInputStream in) throws IOException {
    in.skipNBytes(8); // magic number and version
    readPool(in);
    in.skipNBytes(2); // flags
    name = className(in.readUnsignedShort());
    in.skipNBytes(2); // superclass
    in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
    readMembers(in); // fields
    readMembers(in);
    readComponents(in);
  }

  /** True where the class file of a record shows that it only holds its components. */
  static boolean onlyHolds(byte[] bytes) {
    try {
      return new RecordClassFile(new DataInputStream(new ByteArrayInputStream(bytes))).onlyHolds();
    } catch (IOException | RuntimeException e) {
      return false; // No class file that this class can read.
    }
  }

  private boolean onlyHolds() {
    StringBuilder parameters = new StringBuilder();
    components.forEach(c -> parameters.append(c.descriptor));
    byte[] constructor = methods.get("<init>(" + parameters + ")V");
    return new RecordCode(constructor, this::member).stores(fields(), types())
        && components.stream().allMatch(this::isReturned);
  }

  private boolean isReturned(Component component) {
    byte[] accessor = methods.get(component.name + "()" + component.descriptor);
    return new RecordCode(accessor, this::member).returns(field(component), component.descriptor);
  }

  private List<String> fields() {
    return components.stream().map(this::field).toList();
  }

  private List<String> types() {
    return components.stream().map(Component::descriptor).toList();
  }

  private String field(Component component) {
    return name + "." + component.name + component.descriptor;
  }

  /** A field or method that an instruction names, as class, name and descriptor. */
  private String member(int index) {
    int[] reference = (int[]) pool.get(index);
    int[] nameAndType = (int[]) pool.get(reference[1]);
    return className(reference[0]) + "." + pool.get(nameAndType[0]) + pool.get(nameAndType[1]);
  }

  private String className(int index) {
    return (String) pool.get(((int[]) pool.get(index))[0]);
  }

  private void readPool(DataInputStream in) throws IOException {
    int size = in.readUnsignedShort();
    for (int i = 1; i < size; i++) {
      int tag = in.readUnsignedByte();
      pool.put(i, constant(tag, in));
      if (tag == LONG || tag == DOUBLE) {
        i++; // These take two places.
      }
    }
  }

  private static Object constant(int tag, DataInputStream in) throws IOException {
    return switch (tag) {
      case 1 -> in.readUTF();
      case LONG, DOUBLE -> in.readLong();
      case 3, 4 -> in.readInt();
      case 7, 8, 16, 19, 20 -> new int[] {in.readUnsignedShort()};
      case 15 -> new int[] {in.readUnsignedByte(), in.readUnsignedShort()};
      case 9, 10, 11, 12, 17, 18 -> new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
      default -> throw new IOException("constant " + tag);
    };
  }

  private void readMembers(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      in.skipNBytes(2); // flags
      String member = pool.get(in.readUnsignedShort()) + text(in);
      int attributes = in.readUnsignedShort();
      for (int k = 0; k < attributes; k++) {
        boolean isCode = text(in).equals("Code");
        byte[] content = in.readNBytes(in.readInt());
        if (isCode) {
          DataInputStream code = new DataInputStream(new ByteArrayInputStream(content));
          code.skipNBytes(4); // sizes of the stack and of the locals
          methods.put(member, code.readNBytes(code.readInt()));
        }
      }
    }
  }

  private void readComponents(DataInputStream in) throws IOException {
    int attributes = in.readUnsignedShort();
    for (int i = 0; i < attributes; i++) {
      boolean isRecord = text(in).equals("Record");
      byte[] content = in.readNBytes(in.readInt());
      if (isRecord) {
        readComponents(content);
      }
    }
  }

  private void readComponents(byte[] content) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      components.add(new Component(text(in), text(in)));
      int attributes = in.readUnsignedShort();
      for (int k = 0; k < attributes; k++) {
        in.skipNBytes(2); // its name
        in.skipNBytes(in.readInt());
      }
    }
  }

  private String text(DataInputStream in) throws IOException {
    return (String) pool.get(in.readUnsignedShort());
  }
}
