package io.github.cotangent.examples.pt009_charrnn;

import io.github.cotangent.examples.chapter.BadUsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the text to learn from comes from. */
final class TextSource {

  /** Where the pages of this course are, seen from the project's top folder and from a module. */
  private static final List<Path> FOLDERS =
      List.of(Path.of("docs", "walkthrough"), Path.of("..", "docs", "walkthrough"));

  /** Where the build copies them to. */
  private static final String COPY = "walkthrough";

  private TextSource() {}

  /**
   * The text of a file.
   *
   * @throws BadUsageException if there is none that can be read
   */
  static String file(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new BadUsageException(
          "'" + file + "' is not a text in UTF-8: convert it, or name another.");
    } catch (IOException e) {
      throw new BadUsageException(
          "'" + file + "' cannot be read: check that it is a file and that you may read it.");
    }
    if (text.isEmpty()) {
      throw new BadUsageException("'" + file + "' is empty: there is nothing to learn from it.");
    }
    return text;
  }

  /** The pages of this course: those of the working directory, or those of this build. */
  static String pages() {
    for (Path folder : FOLDERS) {
      if (Files.isRegularFile(folder.resolve("README.md"))) {
        return pagesIn(folder);
      }
    }
    return copiedPages();
  }

  static String copiedPages() {
    URL readme = TextSource.class.getResource(COPY + "/README.md");
    if (readme == null) {
      throw new IllegalStateException("the build has not copied the walkthrough's pages");
    }
    try {
      URI uri = readme.toURI();
      if (!uri.getScheme().equals("jar")) {
        return pagesIn(Path.of(uri).getParent());
      }
      Path jar = Path.of(URI.create(uri.getSchemeSpecificPart().replaceFirst("!.*", "")));
      try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of())) {
        return pagesIn(inside.getPath(uri.toString().replaceFirst(".*!", "")).getParent());
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pagesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(TextSource::file)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new BadUsageException("The pages in '" + folder + "' cannot be read.");
    }
  }
}
