package io.github.cotangent.tensor;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@link NpyWriter} writes, and what NumPy writes of the same types. */
final class NpyReader {

  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '([^']*)', 'fortran_order': (True|False), 'shape': (\\([\\d, ]*\\)),? *\\}\\s*");

  /** The longest header that version 1.0 can have; more than any tensor needs. */
  private static final int LONGEST_HEADER = 0xFFFF;

  private static final int LONGEST_TEXT = 1 << 20;
  private static final int CHUNK = 8192;

  /** An array that is whole, but not the one that is expected; what is wrong with it. */
  static final class Mismatch extends IOException {
    private static final long serialVersionUID = 1L;

    Mismatch(String fault) {
      super(fault);
    }
  }

  private final InputStream in;
  private final String description;
  private final boolean columnMajor;
  private final String shape;

  /** Reads the header. */
  NpyReader(InputStream in) throws IOException {
    this.in = in;
    if (!Arrays.equals(exactly(NpyWriter.MAGIC.length), NpyWriter.MAGIC)) {
      throw new Mismatch("does not begin as an array of NumPy does");
    }
    int version = exactly(2)[0];
    int length = version == 1 ? number(Short.BYTES) : number(Integer.BYTES);
    if (length < 0 || length > LONGEST_HEADER) {
      throw new Mismatch("has a header that is too long");
    }
    Matcher header = HEADER.matcher(new String(exactly(length), StandardCharsets.UTF_8));
    if (!header.matches()) {
      throw new Mismatch("has a header that is not that of a tensor");
    }
    description = header.group(1);
    columnMajor = header.group(2).equals("True");
    shape = header.group(3);
  }

  /** Refuses elements of another type, another shape or another order. */
  void require(String expected, Shape expectedShape) throws Mismatch {
    if (!description.equals(expected)) {
      throw new Mismatch("has elements of type " + description + ", not " + expected);
    }
    if (!shape.equals(expectedShape.toString())) {
      throw new Mismatch("has the shape " + shape + ", not " + expectedShape);
    }
    if (columnMajor) {
      throw new Mismatch("is stored column by column; save numpy.ascontiguousarray of it");
    }
  }

  /** The elements, after {@link #require}. */
  Tensor elements(DType dtype, Shape dims) throws IOException {
    Object storage = dtype.kernels().arrays().zeros(dims.size());
    int width = dtype == DType.DOUBLE ? Double.BYTES : Float.BYTES;
    for (int i = 0; i < dims.size(); ) {
      int count = Math.min(CHUNK, dims.size() - i);
      ByteBuffer bytes = buffer(count * width);
      for (int end = i + count; i < end; i++) {
        double element = dtype == DType.DOUBLE ? bytes.getDouble() : bytes.getFloat();
        dtype.kernels().arrays().set(storage, i, element);
      }
    }
    return new Tensor(dtype, dims, storage);
  }

  /** The text, if this is one. */
  String text() throws IOException {
    Matcher type = Pattern.compile("<U(\\d{1,7})").matcher(description);
    if (!type.matches() || Integer.parseInt(type.group(1)) > LONGEST_TEXT) {
      throw new Mismatch("has elements of type " + description + ", and is to be a text");
    }
    require(description, Shape.SCALAR);
    int length = Integer.parseInt(type.group(1));
    ByteBuffer bytes = buffer(length * Integer.BYTES);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int character = bytes.getInt();
      if (!Character.isValidCodePoint(character)) {
        throw new Mismatch("has a character that there is not");
      }
      text.appendCodePoint(character);
    }
    return text.toString();
  }

  private ByteBuffer buffer(int length) throws IOException {
    return ByteBuffer.wrap(exactly(length)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private int number(int width) throws IOException {
    ByteBuffer bytes = buffer(width);
    return width == Short.BYTES ? Short.toUnsignedInt(bytes.getShort()) : bytes.getInt();
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }
}
