package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Bodies;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** Names blocks by what they do: {@code forwardLines12To60}, {@code backwardLines60To12}. */
final class BlockNames {

  /**
   * What a block is called.
   *
   * @param doc the same in words
   */
  record Name(String name, String doc) {}

  private final IntUnaryOperator line;
  private final Map<MethodPart, Section> sections = new HashMap<>();
  private final Map<MethodPart, Name> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private Section section = Section.NONE;

  private BlockNames(IntUnaryOperator line) {
    this.line = line;
  }

  /**
   * A name for each block.
   *
   * @param line the line of an offset in the source
   */
  static Map<MethodPart, Name> of(MethodPart method, IntUnaryOperator line) {
    BlockNames names = new BlockNames(line);
    names.divide(method);
    method.each(names::name);
    return names.names;
  }

  private void divide(MethodPart part) {
    sections.put(part, section);
    new Walker() {
      @Override
      public Void visit(Stmt.Comment s) {
        section = Section.of(s).orElse(section);
        return null;
      }

      @Override
      public Void visit(Stmt.Evaluate s) {
        if (part.called(s) != null) {
          divide(part.called(s));
        }
        return null;
      }
    }.walk(part.code());
  }

  private void name(MethodPart part) {
    if (part.isMethod()) {
      return;
    }
    Section in = sections.get(part);
    Lines lines = new Lines();
    lines.scan(part.code(), part);
    Name wish =
        lines.last == 0
            ? new Name(in.prefixed("Part"), in.heading())
            : lines.name(in, in == Section.BACKWARD);
    int count = 1;
    String name = wish.name();
    while (!taken.add(name)) {
      count++;
      name = wish.name() + (lines.last == 0 ? "" : "Part") + count;
    }
    String doc = wish.doc() + (count > 1 ? ", part " + count : "") + ".";
    names.put(part, new Name(name, doc));
  }

  /** The lines that statements came from. */
  private final class Lines {
    private int first = Integer.MAX_VALUE;
    private int last;

    private void add(Origin origin) {
      first = Math.min(first, line.applyAsInt(origin.start()));
      last = Math.max(last, line.applyAsInt(origin.end() - 1));
    }

    void scan(List<Stmt> code, MethodPart part) {
      for (Stmt s : code) {
        MethodPart called = part.called(s);
        if (called != null) {
          scan(called.code(), called);
        } else if (s.origin().isInSource()) {
          add(s.origin());
        } else {
          Bodies.of(s).forEach(b -> scan(b.statements(), part));
        }
      }
    }

    Name name(Section in, boolean isBackward) {
      if (first == last) {
        return new Name(in.prefixed("Line" + first), in.heading() + ", line " + first);
      }
      int from = isBackward ? last : first;
      int to = isBackward ? first : last;
      return new Name(
          in.prefixed("Lines" + from + "To" + to), in.heading() + ", lines " + from + " to " + to);
    }
  }
}
