package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns the returns of a method into assignments. */
final class InPlaceReturns {
  private final CopyNames names;
  private final String place;
  private final Function method;
  private final Optional<Var> target;
  private final boolean declares;
  private final Stmt at;

  /**
   * The returns of a method for one call.
   *
   * @param place where the method is put
   * @param target what takes the result
   * @param declares true if that is to be declared
   * @param at the call
   */
  InPlaceReturns(
      CopyNames names,
      String place,
      Function method,
      Optional<Var> target,
      boolean declares,
      Stmt at) {
    this.names = names;
    this.place = place;
    this.method = method;
    this.target = target;
    this.declares = declares;
    this.at = at;
  }

  List<Stmt> of(List<Stmt> body) {
    String label = names.names().freshName(method.name());
    TailReturns.Ends ends = TailReturns.of(body, this::leave, label);
    List<Stmt> code = ends.statements();
    if (ends.jumps()) {
      Stmt.Block inner = Stmt.Block.of(withoutReturns(code));
      return declared(List.of(new Stmt.Labeled(label, inner, at.origin())));
    }
    Optional<Stmt.Return> last = last(code);
    if (last.isPresent()) {
      List<Stmt> out = new ArrayList<>(code.subList(0, code.size() - 1));
      out.addAll(gives(last.get().value(), last.get().origin()));
      return out;
    }
    Optional<Var> single = single(code);
    if (single.isPresent()) {
      List<Stmt> out = new ArrayList<>(without(code));
      out.addAll(gives(Optional.of(new Expr.Read(single.get())), at.origin()));
      return out;
    }
    return declared(withoutReturns(code));
  }

  /** The return at the end, if it is the only one. */
  private Optional<Stmt.Return> last(List<Stmt> code) {
    boolean isOnly =
        !code.isEmpty()
            && code.get(code.size() - 1) instanceof Stmt.Return
            && code.subList(0, code.size() - 1).stream().noneMatch(TailReturns::hasReturn);
    return isOnly ? Optional.of((Stmt.Return) code.get(code.size() - 1)) : Optional.empty();
  }

  /** The variable that all returns give, if the code declares it at its outside. */
  private Optional<Var> single(List<Stmt> code) {
    Set<Optional<Expr>> values = new HashSet<>();
    new Walker() {
      @Override
      public Void visit(Stmt.Return s) {
        values.add(s.value());
        return null;
      }
    }.walk(code);
    if (target.isEmpty() || values.size() != 1) {
      return Optional.empty();
    }
    Expr value = values.iterator().next().orElse(null);
    return value instanceof Expr.Read r
            && code.stream().anyMatch(s -> s instanceof Stmt.Local l && l.var().equals(r.var()))
        ? Optional.of(r.var())
        : Optional.empty();
  }

  private List<Stmt> without(List<Stmt> code) {
    return new Rewriter() {
      @Override
      public List<Stmt> visit(Stmt.Return s) {
        return List.of();
      }
    }.stmts(code);
  }

  private List<Stmt> withoutReturns(List<Stmt> code) {
    return new Rewriter() {
      @Override
      public List<Stmt> visit(Stmt.Return s) {
        return leave(s);
      }
    }.stmts(code);
  }

  private List<Stmt> declared(List<Stmt> code) {
    List<Stmt> out = new ArrayList<>();
    if (declares) {
      target.ifPresent(t -> out.add(new Stmt.Local(t, Optional.empty(), at.origin())));
    }
    out.addAll(code);
    return out;
  }

  private List<Stmt> leave(Stmt.Return s) {
    boolean isThere =
        s.value()
            .filter(e -> e instanceof Expr.Read r && Optional.of(r.var()).equals(target))
            .isPresent();
    if (isThere) {
      return List.of(); // As in s = clamp(s, low, high).
    }
    return target.isEmpty()
        ? gives(s.value(), s.origin())
        : List.of(
            new Stmt.Assign(
                new Place.Variable(target.get()),
                converted(s.value().orElseThrow()),
                false,
                titled(s)));
  }

  private Origin titled(Stmt.Return s) {
    return titled(s.value().orElseThrow(), s.origin());
  }

  /** The user's variable gets its value where the call stands; one of ours, at the return. */
  private Origin titled(Expr value, Origin returned) {
    Origin place = names.isMade(target.orElseThrow()) ? returned : at.origin();
    return new Origin(place.start(), place.end(), title(value));
  }

  /** A record that is made only to be returned has no name in the source: the call tells more. */
  private String title(Expr value) {
    return value instanceof Expr.Read && value.type() instanceof Type.Record
        ? at.origin().text()
        : target.orElseThrow().name() + " = " + Printer.print(value);
  }

  /** The value where it is computed once, at the end. */
  private List<Stmt> gives(Optional<Expr> value, Origin origin) {
    if (value.isEmpty()) {
      return List.of();
    }
    if (target.isEmpty()) {
      boolean mayFail = !(value.get() instanceof Expr.Read || value.get() instanceof Expr.Literal);
      Var unused = new Var(0, method.name(), method.result());
      return mayFail
          ? List.of(new Stmt.Local(names.copyOfOther(unused, place), value, origin))
          : List.of();
    }
    Var v = target.get();
    Origin titled = titled(value.get(), origin);
    Expr given = converted(value.get());
    return List.of(
        declares
            ? new Stmt.Local(v, Optional.of(given), titled)
            : new Stmt.Assign(new Place.Variable(v), given, false, titled));
  }

  /** A method converts what it returns to its own type first. */
  private Expr converted(Expr value) {
    boolean isNumber = value.type().isNumeric() && method.result().isNumeric();
    boolean isExact = value.type().equals(method.result());
    return isExact || !isNumber || target.orElseThrow().type().equals(method.result())
        ? value
        : new Expr.Cast(method.result(), value, at.origin());
  }
}
