package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where one statement of the source became several, each names the part that it does, so that no
 * two comments of a derivative say the same. The last of them still bears the source's words.
 *
 * <p>Before: {@code double f = f(x); y = f * x;}, both from {@code y = f(x) * x}. After, the first
 * is from {@code f = f(x)}.
 */
final class Titles extends Rewriter {

  private record Place(int start, int end) {
    static Place of(Stmt s) {
      return new Place(s.origin().start(), s.origin().end());
    }
  }

  private final Map<Place, Integer> left = new HashMap<>();
  private final Set<Place> divided = new HashSet<>();

  private Titles() {}

  static Function apply(Function f) {
    Titles titles = new Titles();
    titles.new Counter().walk(f.body());
    return f.withBody(titles.block(f.body()));
  }

  private Origin origin(Stmt s) {
    Place place = Place.of(s);
    int others = left.merge(place, -1, Integer::sum);
    // The arm of a switch expression has its value's words only.
    boolean isValue =
        s instanceof Stmt.Assign a && s.origin().text().equals(Printer.print(a.value()));
    boolean isPart = others > 0 || divided.contains(place) || isValue;
    return isPart && s.origin().isInSource()
        ? new Origin(s.origin().start(), s.origin().end(), Printer.title(s))
        : s.origin();
  }

  @Override
  public List<Stmt> visit(Stmt.Local s) {
    return s.init().isEmpty() ? List.of(s) : List.of(new Stmt.Local(s.var(), s.init(), origin(s)));
  }

  @Override
  public List<Stmt> visit(Stmt.Assign s) {
    return List.of(new Stmt.Assign(s.target(), s.value(), s.compound(), origin(s)));
  }

  @Override
  public List<Stmt> visit(Stmt.Evaluate s) {
    return List.of(new Stmt.Evaluate(s.expr(), origin(s)));
  }

  @Override
  public List<Stmt> visit(Stmt.Return s) {
    return List.of(new Stmt.Return(s.value(), origin(s)));
  }

  /** Counts the statements that came from one; a branch among them has divided it. */
  private final class Counter extends Walker {

    private Void count(Stmt s) {
      left.merge(Place.of(s), 1, Integer::sum);
      return null;
    }

    @Override
    public Void visit(Stmt.Local s) {
      return s.init().isEmpty() ? null : count(s);
    }

    @Override
    public Void visit(Stmt.Assign s) {
      return count(s);
    }

    @Override
    public Void visit(Stmt.Evaluate s) {
      return count(s);
    }

    @Override
    public Void visit(Stmt.Return s) {
      return count(s);
    }

    @Override
    public Void visit(Stmt.If s) {
      divided.add(Place.of(s));
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Switch s) {
      divided.add(Place.of(s));
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.While s) {
      divided.add(Place.of(s));
      return super.visit(s);
    }
  }
}
