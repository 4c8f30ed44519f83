package io.github.cotangent.tensor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Saves models and loads them: records of tensors, of such records, and of arrays of these.
 *
 * <p>The form is NumPy's {@code .npz}, a zip file with an {@code .npy} file for each tensor, so
 * that {@code numpy.load} reads a model too. A tensor is named by the way to it: {@code b}, {@code
 * first.weight}, {@code layers.0.weight}. Whole numbers, strings and enums of the record are kept
 * as text, so that a model is not taken for another one that has the same shapes. No code is
 * loaded.
 */
public final class Models {

  private Models() {}

  /**
   * Saves a model. The file is written beside its place and then moved there: whatever goes wrong,
   * a file that was there before is still whole.
   *
   * @param file where to; conventionally the name ends in {@code .npz}
   * @param model the record
   * @throws ModelFileException if the file cannot be written
   */
  public static void save(Path file, Record model) throws ModelFileException {
    Map<String, Object> parts = named(model);
    parts.forEach(
        (name, part) -> {
          if (part == null) {
            throw new IllegalArgumentException("save: " + name + " is null");
          }
        });
    try {
      AtomicFile.write(file, out -> Npz.write(out, parts));
    } catch (IOException e) {
      throw new ModelFileException(
          "'" + file + "' cannot be written: check that its folder is there and can be written to.",
          e);
    }
  }

  /**
   * Loads a model. The file must hold exactly what the record {@code like} holds, of the same
   * names, shapes and types.
   *
   * @param file what {@link #save} wrote, or {@code numpy.savez} with the same names
   * @param like a model of the same form, of which the tensors' elements do not matter: the one
   *     that training would start from
   * @return the model
   * @throws ModelFileException if the file is missing, is damaged or holds something else
   */
  public static <M extends Record> M load(Path file, M like) throws ModelFileException {
    Map<String, Object> expected = named(like);
    List<Tensor> tensors = new ArrayList<>();
    try (Npz npz = Npz.open(file)) {
      npz.requireNames(expected.keySet());
      for (Map.Entry<String, Object> part : expected.entrySet()) {
        if (part.getValue() instanceof Tensor tensor) {
          tensors.add(npz.tensor(part.getKey(), tensor));
        } else {
          npz.requireText(part.getKey(), String.valueOf(part.getValue()));
        }
      }
    }
    return Parameters.of(like).with(like, tensors);
  }

  /**
   * A whole number, string or enum that was saved, as text: to know, before loading, of what size
   * the model in a file is.
   *
   * @param file what {@link #save} wrote
   * @param name its name, such as {@code size} or {@code first.size}
   * @return the text
   * @throws ModelFileException if the file is missing, is damaged or holds no such text
   */
  public static String text(Path file, String name) throws ModelFileException {
    try (Npz npz = Npz.open(file)) {
      return npz.text(name);
    }
  }

  private static <M extends Record> Map<String, Object> named(M model) {
    return Parameters.of(model).named(model);
  }
}
