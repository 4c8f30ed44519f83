package io.github.cotangent.tensor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Arrays in NumPy's form, version 1.0 (numpy.org, "NumPy enhancement proposal 1: a simple file
 * format for NumPy arrays"): a magic number, the length of the header, the header as a Python
 * dictionary, and the elements, row-major, the lowest byte first.
 */
final class NpyWriter {

  /** What every file begins with; the version follows. */
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** Elements begin at a multiple of this. */
  private static final int ALIGNMENT = 64;

  private static final int BEFORE_HEADER = 10;
  private static final int CHUNK = 8192;

  private NpyWriter() {}

  /** What NumPy calls the type of a tensor's elements. */
  static String description(DType dtype) {
    return switch (dtype) {
      case DOUBLE -> "<f8";
      case FLOAT -> "<f4";
    };
  }

  static void write(OutputStream out, Tensor tensor) throws IOException {
    header(out, description(tensor.dtype()), tensor.dims());
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < tensor.size(); i++) {
      double element = tensor.kernels().arrays().get(tensor.storage(), i);
      switch (tensor.dtype()) {
        case DOUBLE -> bytes.putDouble(element);
        case FLOAT -> bytes.putFloat((float) element);
      }
      if (bytes.remaining() < Double.BYTES) {
        flush(bytes, out);
      }
    }
    flush(bytes, out);
  }

  /** Writes a text as an array of no axes, each character of which takes four bytes. */
  static void write(OutputStream out, String text) throws IOException {
    int[] characters = text.codePoints().toArray();
    header(out, "<U" + characters.length, Shape.SCALAR);
    ByteBuffer bytes =
        ByteBuffer.allocate(characters.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int character : characters) {
      bytes.putInt(character);
    }
    flush(bytes, out);
  }

  private static void header(OutputStream out, String description, Shape shape) throws IOException {
    String dictionary =
        "{'descr': '" + description + "', 'fortran_order': False, 'shape': " + shape + ", }";
    int used = BEFORE_HEADER + dictionary.length() + 1;
    String header = dictionary + " ".repeat(Math.floorMod(-used, ALIGNMENT)) + "\n";
    out.write(MAGIC);
    out.write(new byte[] {1, 0, (byte) header.length(), (byte) (header.length() >> 8)});
    out.write(header.getBytes(StandardCharsets.US_ASCII));
  }

  private static void flush(ByteBuffer bytes, OutputStream out) throws IOException {
    out.write(bytes.array(), 0, bytes.position());
    bytes.clear();
  }
}
