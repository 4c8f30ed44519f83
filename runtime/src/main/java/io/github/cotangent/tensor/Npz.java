package io.github.cotangent.tensor;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A zip file of arrays, as NumPy's {@code savez} writes them. */
final class Npz implements Closeable {

  private static final String SUFFIX = ".npy";

  /** The earliest that a zip file can say: the same model makes the same bytes at any time. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Path file;
  private final ZipFile zip;

  private Npz(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  /** Writes tensors, and texts of what is no tensor, under their names. */
  static void write(OutputStream out, Map<String, Object> parts) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Map.Entry<String, Object> part : parts.entrySet()) {
      ZipEntry entry = new ZipEntry(part.getKey() + SUFFIX);
      entry.setTimeLocal(NO_TIME);
      zip.putNextEntry(entry);
      if (part.getValue() instanceof Tensor tensor) {
        NpyWriter.write(zip, tensor);
      } else {
        NpyWriter.write(zip, String.valueOf(part.getValue()));
      }
      zip.closeEntry();
    }
    zip.finish();
  }

  static Npz open(Path file) throws ModelFileException {
    try {
      return new Npz(file, new ZipFile(file.toFile()));
    } catch (NoSuchFileException e) {
      throw new ModelFileException("There is no file '" + file + "' to load a model from.", e);
    } catch (ZipException e) {
      throw new ModelFileException(
          "'" + file + "' is damaged, or is no model: a zip file was expected, as .npz files are.",
          e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Refuses a file in which a name is missing, or one too many. */
  void requireNames(Set<String> expected) throws ModelFileException {
    Set<String> found = new TreeSet<>();
    zip.stream().map(ZipEntry::getName).forEach(found::add);
    Set<String> wanted = new TreeSet<>();
    expected.forEach(name -> wanted.add(name + SUFFIX));
    if (!found.equals(wanted)) {
      throw bad(
          "does not fit the model: it holds "
              + (found.isEmpty() ? "nothing" : String.join(", ", found))
              + ", but the model has "
              + String.join(", ", wanted));
    }
  }

  /** The tensor of this name, of the same type and shape as another. */
  Tensor tensor(String name, Tensor like) throws ModelFileException {
    return read(
        name,
        npy -> {
          npy.require(NpyWriter.description(like.dtype()), like.dims());
          return npy.elements(like.dtype(), like.dims());
        });
  }

  /** The text of this name. */
  String text(String name) throws ModelFileException {
    if (zip.getEntry(name + SUFFIX) == null) {
      throw bad("does not fit the model: it holds no " + name);
    }
    return read(name, NpyReader::text);
  }

  /** Refuses a file in which another text has this name. */
  void requireText(String name, String expected) throws ModelFileException {
    String found = text(name);
    if (!found.equals(expected)) {
      throw bad("does not fit the model: %s is '%s', not '%s'".formatted(name, found, expected));
    }
  }

  @Override
  public void close() throws ModelFileException {
    try {
      zip.close();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private <T> T read(String name, Reading<T> reading) throws ModelFileException {
    ZipEntry entry = zip.getEntry(name + SUFFIX);
    CRC32 sum = new CRC32();
    try (InputStream raw = zip.getInputStream(entry);
        InputStream in = new CheckedInputStream(new BufferedInputStream(raw), sum)) {
      T result = reading.from(new NpyReader(in));
      if (in.read() >= 0) {
        throw bad("is damaged: " + name + " goes on behind its elements");
      }
      if (sum.getValue() != entry.getCrc()) {
        throw bad("is damaged: the check sum of " + name + " is wrong");
      }
      return result;
    } catch (NpyReader.Mismatch e) {
      throw bad("does not fit the model: " + name + " " + e.getMessage());
    } catch (EOFException e) {
      throw bad("is damaged: " + name + " is cut short");
    } catch (ZipException e) {
      throw bad("is damaged: " + name + " cannot be unpacked");
    } catch (ModelFileException e) {
      throw e;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private ModelFileException bad(String fault) {
    return new ModelFileException("'" + file + "' " + fault + ".");
  }

  private static ModelFileException unreadable(Path file, IOException e) {
    return new ModelFileException(
        "'" + file + "' cannot be read: check that it is a file and that you may read it.", e);
  }

  /** Takes an array as what is expected of it. */
  @FunctionalInterface
  private interface Reading<T> {
    T from(NpyReader npy) throws IOException;
  }
}
