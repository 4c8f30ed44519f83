package io.github.cotangent.processor.cases;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How many bytes of bytecode the methods of compiled classes have (JVMS 4). */
final class CodeSizes {

  private final DataInputStream in;
  private final Map<Integer, String> texts = new TreeMap<>();

  private CodeSizes(DataInputStream in) {
    this.in = in;
  }

  /** The sizes by class and method, of all classes in a folder. */
  static Map<String, Integer> of(Path folder) throws IOException {
    Map<String, Integer> sizes = new TreeMap<>();
    List<Path> classes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(f -> f.toString().endsWith(".class")).forEach(classes::add);
    }
    for (Path file : classes) {
      try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
        new CodeSizes(in).read(file.getFileName() + ".", sizes);
      }
    }
    return sizes;
  }

  private void read(String prefix, Map<String, Integer> sizes) throws IOException {
    in.skipNBytes(8);
    constants(in.readUnsignedShort());
    in.skipNBytes(6);
    in.skipNBytes(2L * in.readUnsignedShort());
    for (boolean isMethod : new boolean[] {false, true}) {
      for (int i = in.readUnsignedShort(); i > 0; i--) {
        in.skipNBytes(2);
        String name = texts.get(in.readUnsignedShort()) + texts.get(in.readUnsignedShort());
        attributes(isMethod ? prefix + name : null, sizes);
      }
    }
  }

  private void constants(int count) throws IOException {
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.put(i, in.readUTF());
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // A number of eight bytes counts twice.
        }
        case 15 -> in.skipNBytes(3);
        default -> in.skipNBytes(2);
      }
    }
  }

  private void attributes(String method, Map<String, Integer> sizes) throws IOException {
    for (int i = in.readUnsignedShort(); i > 0; i--) {
      boolean isCode = "Code".equals(texts.get(in.readUnsignedShort()));
      int length = in.readInt();
      if (isCode && method != null) {
        in.skipNBytes(4);
        sizes.put(method, in.readInt());
        in.skipNBytes(length - 8L);
      } else {
        in.skipNBytes(length);
      }
    }
  }
}
