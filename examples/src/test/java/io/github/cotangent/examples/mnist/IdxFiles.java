package io.github.cotangent.examples.mnist;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes digits in IDX form: what the loader reads, from the description of the form alone. */
final class IdxFiles {

  private IdxFiles() {}

  static void writeImages(Digits digits, Path file) throws IOException {
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeInt(0x00000803);
      out.writeInt(digits.count());
      out.writeInt(28);
      out.writeInt(28);
      out.write(pixels(digits));
    }
  }

  static void writeLabels(Digits digits, Path file) throws IOException {
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeInt(0x00000801);
      out.writeInt(digits.count());
      out.write(labels(digits));
    }
  }

  /** Packs a file with gzip; its name stays. */
  static void pack(Path file) throws IOException {
    byte[] plain = Files.readAllBytes(file);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(plain);
    }
  }

  /** One byte for a pixel, from 0 to 255. */
  static byte[] pixels(Digits digits) {
    float[] pixels = digits.pixels(0, digits.count());
    byte[] result = new byte[pixels.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (byte) Math.round(255 * pixels[i]);
    }
    return result;
  }

  /** One byte for a label. */
  static byte[] labels(Digits digits) {
    byte[] result = new byte[digits.count()];
    for (int i = 0; i < result.length; i++) {
      result[i] = (byte) digits.label(i);
    }
    return result;
  }
}
