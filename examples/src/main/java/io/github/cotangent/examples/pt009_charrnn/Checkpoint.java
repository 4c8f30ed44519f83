package io.github.cotangent.examples.pt009_charrnn;

import io.github.cotangent.examples.chapter.BadUsageException;
import io.github.cotangent.examples.pt009_charrnn.Network.Params;
import io.github.cotangent.examples.pt009_charrnn.Network.State;
import io.github.cotangent.tensor.ModelFileException;
import io.github.cotangent.tensor.Models;
import io.github.cotangent.tensor.OptimiserState;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;
import java.nio.file.Path;

/**
 * A training at some step, so that it can go on from there as if it had not stopped: what {@link
 * Models} writes into a file.
 *
 * @param alphabet the characters, as hexadecimal numbers, since some cannot be seen
 * @param text the fingerprint of the text that is read
 * @param state what the network remembers of the text before the next stretch
 * @param progress the steps made, the sum of the losses in this pass, and the seconds of training
 */
record Checkpoint(
    String alphabet,
    Cell kind,
    int hidden,
    int layers,
    int batch,
    int seq,
    Settings.Method optimiser,
    String text,
    Params params,
    OptimiserState memory,
    State state,
    Tensor progress) {

  static Checkpoint of(
      Model model,
      Settings settings,
      String text,
      OptimiserState memory,
      State state,
      double... progress) {
    Model.Form form = model.form();
    return new Checkpoint(
        hexadecimal(model.alphabet()),
        form.kind(),
        form.hidden(),
        form.layers(),
        settings.batch(),
        settings.seq(),
        settings.optimiser(),
        text,
        model.params(),
        memory,
        state,
        Tensors.vector(progress));
  }

  Model model() {
    return new Model(alphabet(alphabet), kind, params);
  }

  void save(Path file) {
    try {
      Models.save(file, this);
    } catch (ModelFileException e) {
      throw new BadUsageException(e.getMessage());
    }
  }

  /**
   * Loads a checkpoint, of whatever form it is.
   *
   * @throws BadUsageException if the file holds none
   */
  static Checkpoint load(Path file) {
    try {
      Alphabet alphabet = alphabet(Models.text(file, "alphabet"));
      Model.Form form =
          new Model.Form(
              Cell.valueOf(Models.text(file, "kind")),
              number(file, "hidden"),
              number(file, "layers"));
      Settings settings =
          new Settings(
              number(file, "batch"),
              number(file, "seq"),
              0,
              1,
              Settings.Method.valueOf(Models.text(file, "optimiser")),
              0);
      Model model = Model.untrained(alphabet, form, Settings.TYPE, 0);
      OptimiserState memory = settings.newOptimiser().state(model.params());
      State state = model.noMemory(settings.batch());
      return Models.load(
          file, of(model, settings, Models.text(file, "text"), memory, state, 0, 0, 0));
    } catch (ModelFileException e) {
      throw new BadUsageException(e.getMessage());
    } catch (IllegalArgumentException | NegativeArraySizeException e) {
      throw new BadUsageException(
          "'" + file + "' is no checkpoint of this chapter, though it is one of some model.");
    }
  }

  private static int number(Path file, String name) throws ModelFileException {
    return Integer.parseInt(Models.text(file, name));
  }

  private static String hexadecimal(Alphabet alphabet) {
    StringBuilder text = new StringBuilder();
    alphabet.characters().codePoints().forEach(c -> text.append("%x ".formatted(c)));
    return text.toString().strip();
  }

  private static Alphabet alphabet(String hexadecimal) {
    StringBuilder characters = new StringBuilder();
    for (String number : hexadecimal.split(" ")) {
      characters.appendCodePoint(Integer.parseInt(number, 16));
    }
    return new Alphabet(characters.toString());
  }
}
