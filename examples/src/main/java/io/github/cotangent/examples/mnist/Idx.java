package io.github.cotangent.examples.mnist;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The form in which MNIST was published: a magic number that tells what the bytes are, the lengths
 * of all dimensions, each as four bytes with the greatest first, and then one byte for each value.
 *
 * <p>A file may be packed with gzip. That is seen from how it begins: people rename files.
 */
final class Idx {

  /** Unsigned bytes in three dimensions: picture, row, column. */
  private static final int IMAGES = 0x803;

  /** Unsigned bytes in one dimension. */
  private static final int LABELS = 0x801;

  private static final int GZIP_FIRST = 0x1F;
  private static final int GZIP_SECOND = 0x8B;

  /** More than any set in this form has; a greater number is a broken header. */
  private static final int MOST = 2_000_000;

  private Idx() {}

  /**
   * The pixels of all pictures of a file.
   *
   * @throws BadDataException if it is anything but pictures of 28×28 pixels
   */
  static byte[] images(Path file) {
    return read(
        file,
        in -> {
          int count = count(in, file, IMAGES);
          int rows = in.readInt();
          int columns = in.readInt();
          if (rows != Digits.SIDE || columns != Digits.SIDE) {
            throw bad(file, "holds pictures of " + rows + "×" + columns + " pixels, not of 28×28");
          }
          return values(in, file, count * Digits.PIXELS, count + " pictures");
        });
  }

  /**
   * The labels of a file.
   *
   * @throws BadDataException if it is anything but labels from 0 to 9
   */
  static byte[] labels(Path file) {
    byte[] labels =
        read(
            file,
            in -> {
              int count = count(in, file, LABELS);
              return values(in, file, count, count + " labels");
            });
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] > 9) {
        throw bad(file, "has the label " + (labels[i] & 0xFF) + " at place " + i + ", not 0 to 9");
      }
    }
    return labels;
  }

  private static byte[] read(Path file, Content content) {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        InputStream plain = unpacked(raw);
        DataInputStream in = new DataInputStream(plain)) {
      return content.read(in);
    } catch (EOFException e) {
      throw bad(file, "is cut short: it ends before its header or its packed data does");
    } catch (ZipException e) {
      throw bad(file, "is damaged: it begins as a gzip file and does not go on as one");
    } catch (IOException e) {
      throw new BadDataException(
          "'" + file + "' cannot be read: check that it is a file and that you may read it.");
    }
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
    raw.mark(2);
    boolean packed = raw.read() == GZIP_FIRST && raw.read() == GZIP_SECOND;
    raw.reset();
    return packed ? new GZIPInputStream(raw) : raw;
  }

  /** Reads the magic number, and the length of the first dimension. */
  private static int count(DataInputStream in, Path file, int expected) throws IOException {
    int magic = in.readInt();
    if (magic != expected) {
      throw bad(
          file,
          String.format(
              "begins with %08x and not with %08x: it holds %s, not %s in IDX form",
              magic, expected, what(magic), what(expected)));
    }
    int count = in.readInt();
    if (count < 1 || count > MOST) {
      throw bad(file, "has a damaged header: it promises " + Integer.toUnsignedString(count));
    }
    return count;
  }

  private static String what(int magic) {
    return switch (magic) {
      case IMAGES -> "pictures";
      case LABELS -> "labels";
      default -> "something else";
    };
  }

  /** The values after the header: as many as it promises, and no more. */
  private static byte[] values(DataInputStream in, Path file, int length, String promise)
      throws IOException {
    byte[] values = in.readNBytes(length);
    if (values.length < length) {
      throw bad(
          file,
          "is cut short: its header promises "
              + promise
              + ", that is "
              + length
              + " bytes, but only "
              + values.length
              + " follow");
    }
    if (in.read() >= 0) {
      throw bad(file, "goes on after the " + promise + " that its header promises");
    }
    return values;
  }

  private static BadDataException bad(Path file, String fault) {
    return new BadDataException(
        "'" + file + "' " + fault + "; delete it and get it again, or run without --data.");
  }

  /** Reads what an IDX file holds. */
  @FunctionalInterface
  private interface Content {
    byte[] read(DataInputStream in) throws IOException;
  }
}
