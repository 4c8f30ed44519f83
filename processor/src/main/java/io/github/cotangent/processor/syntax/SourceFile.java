package io.github.cotangent.processor.syntax;

import com.github.javaparser.JavaParser;
import com.github.javaparser.JavaToken;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.validator.postprocessors.Java10PostProcessor;
import io.github.cotangent.processor.ir.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** One source file: its text, its JavaParser tree, and the way from tree nodes to offsets. */
final class SourceFile {

  private static final Pattern LINE_BREAK = Pattern.compile("\\R\\s*");

  private final String text;
  private final UnicodeEscapes escapes;
  private final CompilationUnit tree;
  private final List<Integer> lineStarts = new ArrayList<>();

  private SourceFile(String written, UnicodeEscapes escapes, CompilationUnit tree) {
    this.text = written;
    this.escapes = escapes;
    this.tree = tree;
    countLines(escapes.translated());
  }

  /** Line ends as JavaParser counts them. */
  private void countLines(String text) {
    lineStarts.add(0);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean crlf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || c == '\r' && !crlf) {
        lineStarts.add(i + 1);
      }
    }
  }

  /**
   * Parses a file that javac has accepted.
   *
   * @throws UnknownSyntaxException where JavaParser does not know the syntax
   */
  static SourceFile parse(String text) {
    UnicodeEscapes escapes = new UnicodeEscapes(text);
    // The newest level: what the user's release does not have, javac has refused.
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(LanguageLevel.JAVA_25)
            .setAttributeComments(false);
    // Nor is the tree validated again, which takes a third of the time: it is only told what is
    // var.
    configuration.getProcessors().clear();
    if (escapes.translated().contains("var")) {
      new Java10PostProcessor()
          .getPostProcessors()
          .forEach(p -> configuration.getProcessors().add(() -> p));
    }
    ParseResult<CompilationUnit> result = new JavaParser(configuration).parse(escapes.translated());
    if (!result.isSuccessful()) {
      throw new UnknownSyntaxException(result.getProblem(0));
    }
    return new SourceFile(text, escapes, result.getResult().orElseThrow());
  }

  CompilationUnit tree() {
    return tree;
  }

  /** Offset of a node's first character. */
  int start(Node node) {
    return offset(range(node).begin);
  }

  /** Offset behind a node's last character. */
  int end(Node node) {
    return endOffset(range(node).end);
  }

  int start(JavaToken token) {
    return offset(token.getRange().orElseThrow().begin);
  }

  int end(JavaToken token) {
    return endOffset(token.getRange().orElseThrow().end);
  }

  /** The warnings that annotations inside of a top-level class suppress, sorted. */
  Set<String> suppressedWarnings(String topLevel) {
    Set<String> found = new TreeSet<>();
    tree.getTypes().stream()
        .filter(type -> type.getNameAsString().equals(topLevel))
        .flatMap(type -> type.findAll(AnnotationExpr.class).stream())
        .filter(a -> a.getName().getIdentifier().equals("SuppressWarnings"))
        .flatMap(a -> a.findAll(StringLiteralExpr.class).stream())
        .forEach(warning -> found.add(warning.asString()));
    return found;
  }

  private static Range range(Node node) {
    return node.getRange().orElseThrow();
  }

  private int offset(Position position) {
    return escapes.origin(index(position));
  }

  private int endOffset(Position last) {
    return escapes.origin(index(last) + 1);
  }

  private int index(Position position) {
    return lineStarts.get(position.line - 1) + position.column - 1;
  }

  /** The line of an offset, counted from 1. */
  int line(int offset) {
    int first = 0;
    int behind = lineStarts.size();
    while (behind - first > 1) {
      int middle = (first + behind) >>> 1;
      if (escapes.origin(lineStarts.get(middle)) <= offset) {
        first = middle;
      } else {
        behind = middle;
      }
    }
    return first + 1;
  }

  /** The characters of the file from one offset to another. */
  String slice(int start, int end) {
    return text.substring(start, end);
  }

  /** The place of a node, with its text on one line. */
  Origin origin(Node node) {
    return new Origin(start(node), end(node), oneLine(node));
  }

  /** The place of a node, shown as another text. */
  Origin origin(Node node, String shown) {
    return new Origin(start(node), end(node), shown);
  }

  /** A node's text without comments and line breaks, and without a closing semicolon. */
  String oneLine(Node node) {
    return oneLine(node, Integer.MAX_VALUE);
  }

  /** As {@link #oneLine(Node)}, of the part of the node before an offset. */
  String oneLine(Node node, int until) {
    StringBuilder line = new StringBuilder();
    boolean space = false;
    for (JavaToken token : node.getTokenRange().orElseThrow()) {
      if (token.getCategory().isWhitespaceOrComment()) {
        space = true;
        continue;
      }
      int start = start(token);
      if (start >= until) {
        break;
      }
      if (space && line.length() > 0) {
        line.append(' ');
      }
      line.append(text, start, end(token));
      space = false;
    }
    String joined = LINE_BREAK.matcher(line).replaceAll(" "); // In a text block.
    return joined.endsWith(";") ? joined.substring(0, joined.length() - 1) : joined;
  }
}
