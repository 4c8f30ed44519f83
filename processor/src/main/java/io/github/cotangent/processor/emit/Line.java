package io.github.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One statement or header under construction: text, type names, and spaces where the line may be
 * broken. A space knows how deep in the expression it stands; a line that is too long is broken at
 * the outermost spaces that make it fit, so that what belongs together stays together.
 */
final class Line {

  /** Columns of a line of generated code. */
  static final int WIDTH = 100;

  private static final int CONTINUATION = 4;

  private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z_][\\w$]*\\.)+");

  private sealed interface Piece {
    int length();
  }

  private record Text(String text, int length) implements Piece {}

  /**
   * The name of a type.
   *
   * @param length as if every class were imported; that is nearly always so
   */
  private record TypeUse(TypeName type, int length) implements Piece {
    TypeUse(TypeName type) {
      this(type, columns(type));
    }

    private static int columns(TypeName type) {
      String name = type instanceof ClassName c ? c.canonicalName() : type.toString();
      return PACKAGE.matcher(name).replaceAll("").length();
    }
  }

  private record Space(int depth) implements Piece {
    @Override
    public int length() {
      return 1;
    }
  }

  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder run = new StringBuilder();

  /** Adds characters that are never broken. */
  Line text(String text) {
    if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
      run.append(text);
    } else {
      add(new Text(text, text.lines().mapToInt(String::length).max().orElse(0)));
    }
    return this;
  }

  private void add(Piece piece) {
    pieces().add(piece);
  }

  /** The pieces; characters that adjoin on one line are one. */
  private List<Piece> pieces() {
    if (run.length() > 0) {
      pieces.add(new Text(run.toString(), run.length()));
      run.setLength(0);
    }
    return pieces;
  }

  /** Adds the name of a type. */
  Line type(TypeName type) {
    TypeName leaf = type;
    int rank = 0;
    for (; leaf instanceof ArrayTypeName a; rank++) {
      leaf = a.componentType();
    }
    if (leaf.isPrimitive()) {
      return text(leaf + "[]".repeat(rank)); // There is nothing to import.
    }
    add(new TypeUse(type));
    return this;
  }

  /** Adds a space at which the line may be broken; 0 is the outermost depth. */
  Line space(int depth) {
    add(new Space(depth));
    return this;
  }

  /** Adds the name of a class in front of a dot, where a variable of that name would win. */
  Line qualifier(Type.ClassType type, Scope scope) {
    return scope.obscures(type) ? text(type.canonicalName()) : type(TypeNames.raw(type));
  }

  /** Adds text with its variables and types; most of it is the user's own. */
  Line code(Code code, Scope scope) {
    return code(code, scope, 0);
  }

  /** The same where its spaces stand this deep in an expression, and deeper in its parentheses. */
  Line code(Code code, Scope scope, int depth) {
    int open = depth;
    for (Code.Part part : Carried.outdented(code).parts()) {
      if (part instanceof Code.Space) {
        space(open);
      } else if (!(part instanceof Code.Names n)) {
        String text = textOf(part);
        open += (int) (text.chars().filter(c -> c == '(').count());
        open -= (int) (text.chars().filter(c -> c == ')').count());
        text(text);
      } else if (Carried.mentions(code, n.type().simpleNames().get(0))) {
        text(n.type().canonicalName());
      } else {
        qualifier(n.type(), scope);
      }
    }
    return this;
  }

  private static String textOf(Code.Part part) {
    if (part instanceof Code.Reads r) {
      return r.var().name();
    }
    if (part instanceof Code.Writes w) {
      return w.var().name();
    }
    if (part instanceof Code.Calls c) {
      return c.name();
    }
    return Plain.code(((Code.Text) part).text());
  }

  /** The number of columns if it is not broken. */
  int length() {
    int length = 0;
    for (Piece piece : pieces()) {
      length += piece.length();
    }
    return length;
  }

  /** The line as code, never broken; without a line end. */
  CodeBlock build() {
    Layout out = new Layout();
    write(out);
    return out.build();
  }

  /** Writes the line, never broken; without a line end. */
  void write(Layout out) {
    write(out, Integer.MIN_VALUE / 2);
  }

  /** Writes the line with this number of columns to the left of it; without a line end. */
  void write(Layout out, int indent) {
    int depth = breakDepth(WIDTH - indent);
    for (Piece piece : pieces()) {
      if (piece instanceof Text t) {
        out.text(t.text());
      } else if (piece instanceof TypeUse t) {
        out.type(t.type());
      } else if (((Space) piece).depth() > depth) {
        out.text(" ");
      } else {
        out.wrap();
      }
    }
  }

  /** The smallest depth at which all parts fit, or -1 if nothing need be broken. */
  private int breakDepth(int room) {
    if (length() <= room) {
      return -1;
    }
    int deepest =
        pieces().stream().mapToInt(p -> p instanceof Space s ? s.depth() : -1).max().orElse(-1);
    for (int depth = 0; depth < deepest; depth++) {
      if (longestPart(depth) <= room - CONTINUATION) {
        return depth;
      }
    }
    return deepest;
  }

  private int longestPart(int depth) {
    int longest = 0;
    int part = 0;
    for (Piece piece : pieces()) {
      boolean isBreak = piece instanceof Space s && s.depth() <= depth;
      part = isBreak ? 0 : part + piece.length();
      longest = Math.max(longest, part);
    }
    return longest;
  }
}
