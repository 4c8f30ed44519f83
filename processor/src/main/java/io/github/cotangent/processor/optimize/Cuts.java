package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Bodies;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides where a long method is cut: consecutive statements become blocks, inside of a statement
 * only where it is too long itself. Statements that jump out of where they stand stay.
 */
final class Cuts {

  private final int limit;
  private final Movable movable;
  private final Map<Stmt, List<Stmt>> blocks = new IdentityHashMap<>();

  private Cuts(Function f, int limit) {
    this.limit = limit;
    this.movable = new Movable(f);
  }

  /**
   * Cuts a method so that no part is longer than a number of bytes, as far as that can be done.
   *
   * @return the method and its blocks; just the method where nothing can be cut
   */
  static MethodPart of(Function f, int limit) {
    Cuts cuts = new Cuts(f, limit);
    List<Stmt> rest = cuts.shorten(f.body().statements(), limit);
    return MethodPart.of(rest, cuts.blocks);
  }

  /** Blocks are a good deal shorter than what would be left alone. */
  private int blockSize() {
    return limit * 4 / 7;
  }

  /** What is not worth a method. */
  private int leastSize() {
    return limit / 20;
  }

  private int size(List<Stmt> code) {
    int[] calls = new int[1];
    new Walker() {
      @Override
      public Void visit(Stmt.Evaluate s) {
        calls[0] += blocks.containsKey(s) ? 1 : 0;
        return null;
      }
    }.walk(code);
    return BytecodeSize.of(code) + calls[0] * SharedVariables.MOST_ARGUMENTS * 4;
  }

  private int size(Stmt s) {
    return size(List.of(s));
  }

  private List<Stmt> shorten(List<Stmt> code, int budget) {
    if (size(code) <= budget) {
      return code;
    }
    List<Stmt> out = inside(code, limit, false);
    int before = Integer.MAX_VALUE;
    for (int now = size(out); now > budget && now < before; now = size(out)) {
      before = now;
      out = group(out);
    }
    return size(out) > budget ? inside(out, leastSize(), true) : out;
  }

  /** Shortens what is longer than so many bytes from inside. */
  private List<Stmt> inside(List<Stmt> code, int longest, boolean onlyFixed) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : code) {
      boolean isMeant = !(onlyFixed && movable.test(s)) && size(s) > longest;
      out.add(isMeant ? movable.replaced(s, inside(s)) : s);
    }
    return out;
  }

  private Stmt inside(Stmt s) {
    int budget = limit / (4 * Math.max(1, Bodies.of(s).size()));
    return Bodies.replace(s, b -> new Stmt.Block(shorten(b.statements(), budget), b.origin()));
  }

  /** Makes blocks of neighbours. */
  private List<Stmt> group(List<Stmt> code) {
    List<Stmt> out = new ArrayList<>();
    List<List<Stmt>> run = new ArrayList<>();
    for (List<Stmt> chunk : chunks(code)) {
      if (chunk.stream().allMatch(movable::test)) {
        run.add(chunk);
      } else {
        flush(run, out);
        out.addAll(chunk);
      }
    }
    flush(run, out);
    return out;
  }

  /** Each statement with the comments that speak of it. */
  private static List<List<Stmt>> chunks(List<Stmt> code) {
    List<List<Stmt>> out = new ArrayList<>();
    List<Stmt> chunk = new ArrayList<>();
    for (int i = 0; i < code.size(); i++) {
      Stmt s = code.get(i);
      chunk.add(s);
      boolean hasTrailing =
          i + 1 < code.size()
              && code.get(i + 1) instanceof Stmt.Comment c
              && c.text().startsWith("^");
      boolean isComment = s instanceof Stmt.Comment c && !c.text().startsWith("^");
      if (!isComment && !hasTrailing || Section.of(s).isPresent() || i + 1 == code.size()) {
        out.add(chunk);
        chunk = new ArrayList<>();
      }
    }
    return out;
  }

  /** Makes blocks of about the same size of what can be moved. */
  private void flush(List<List<Stmt>> run, List<Stmt> out) {
    int total = run.stream().mapToInt(this::size).sum();
    int share = total / (1 + total / blockSize());
    List<Stmt> block = new ArrayList<>();
    int bytes = 0;
    for (List<Stmt> chunk : run) {
      int more = size(chunk);
      if (bytes >= share || bytes + more > blockSize()) {
        out.addAll(called(block));
        block = new ArrayList<>();
        bytes = 0;
      }
      block.addAll(chunk);
      bytes += more;
    }
    out.addAll(called(block));
    run.clear();
  }

  /** The call of a block; the statements themselves where they are too few. */
  private List<Stmt> called(List<Stmt> block) {
    long statements = block.stream().filter(s -> !(s instanceof Stmt.Comment)).count();
    boolean isCall = statements == 1 && block.stream().anyMatch(blocks::containsKey);
    return isCall || size(block) <= leastSize() ? block : List.of(call(block));
  }

  private Stmt call(List<Stmt> block) {
    Type.ClassType none = new Type.ClassType("", List.of("Blocks"), List.of(), true);
    Callee callee = new Callee(Callee.Kind.GENERATED, none, "block", List.of(), Type.VOID, true);
    Stmt call = new Stmt.Evaluate(new Expr.Call(callee, null, List.of(), Origin.NONE), Origin.NONE);
    blocks.put(call, List.copyOf(block));
    return call;
  }
}
