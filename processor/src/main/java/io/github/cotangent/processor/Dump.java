package io.github.cotangent.processor;

import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code -Acotangent.dump=<folder>}: each stage of the pipeline as text, a file per stage and
 * class, in the order of the pipeline.
 */
final class Dump {

  private final Optional<Path> folder;
  private final StringBuilder source = new StringBuilder();
  private final StringBuilder normalized = new StringBuilder();

  Dump(Type.ClassType name, Options options) {
    this.folder = options.dump().map(f -> f.resolve(name.canonicalName()));
  }

  /** A method as syntax lowered it. */
  void source(Function f) {
    if (folder.isPresent()) {
      source.append(Printer.print(f)).append('\n');
      write("1-syntax.txt", source);
    }
  }

  /** A method in core form. */
  void normalized(Function f) {
    if (folder.isPresent()) {
      normalized.append(Printer.print(f)).append('\n');
      write("2-normalize.txt", normalized);
    }
  }

  /** The derivatives, before they are printed as Java. */
  void generated(Declaration.Container container) {
    if (folder.isPresent()) {
      StringBuilder text = new StringBuilder();
      append(container, text);
      write("3-transform.txt", text);
    }
  }

  private static void append(Declaration d, StringBuilder text) {
    if (d instanceof Declaration.Method m) {
      text.append(Printer.print(m.function())).append('\n');
    } else if (d instanceof Declaration.FinalClass c) {
      c.members().forEach(m -> append(m, text));
    } else if (d instanceof Declaration.MethodObject o) {
      o.blocks().forEach(m -> append(m, text));
    } else if (d instanceof Declaration.Container c) {
      c.members().forEach(m -> append(m, text));
    }
  }

  private void write(String file, CharSequence text) {
    try {
      Path path = folder.orElseThrow();
      Files.createDirectories(path);
      Files.writeString(path.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
