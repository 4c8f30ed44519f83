package io.github.cotangent.examples.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Markdown page, cut into its quoted blocks and the rest. */
record Page(Path file, List<String> lines) {

  private static final String FENCE = "```";

  static Page read(Path file) {
    return new Page(file, Project.lines(file));
  }

  /** The page as it should be: every quoted block taken anew from what it quotes. */
  List<String> requoted(ChapterOutput output) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      result.add(line);
      if (Quote.isMarker(line)) {
        Quote quote = Quote.parse(line);
        result.add(opening(i + 1));
        result.addAll(quote.lines(output));
        result.add(FENCE);
        i = closing(i + 2);
      }
    }
    return result;
  }

  /** The line numbers of blocks of Java or output that are not quotes. */
  List<Integer> unquotedBlocks() {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean opens = lines.get(i).equals(FENCE + "java") || lines.get(i).equals(FENCE + "text");
      if (opens && (i == 0 || !Quote.isMarker(lines.get(i - 1)))) {
        found.add(i + 1);
      }
    }
    return found;
  }

  private String opening(int i) {
    if (i >= lines.size() || !lines.get(i).startsWith(FENCE)) {
      throw new IllegalArgumentException(
          file.getFileName() + ":" + i + ": no block follows this quote");
    }
    return lines.get(i);
  }

  private int closing(int start) {
    for (int i = start; i < lines.size(); i++) {
      if (lines.get(i).equals(FENCE)) {
        return i;
      }
    }
    throw new IllegalArgumentException(file.getFileName() + ":" + start + ": the block never ends");
  }
}
