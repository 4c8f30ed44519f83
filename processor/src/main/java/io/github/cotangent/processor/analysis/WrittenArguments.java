package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.MethodBodies;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which arguments methods write into that are not differentiated, and so are not brought into core
 * form: a receiver comes first. What code that is not read does with an array is not known; it is
 * taken to read it, unless it is a call that returns nothing.
 */
public final class WrittenArguments {

  private final MethodBodies texts;

  /**
   * What is known of a method.
   *
   * @param written the parameters through which it writes into an array
   * @param returned those that its result may come from
   */
  private record Found(Set<Integer> written, Set<Integer> returned) {}

  /** By the keys of the methods; what is found first is the most hopeful. */
  private final Map<String, Found> known = new HashMap<>();

  /** What is found at last. */
  private final Map<String, Set<Integer>> settled = new HashMap<>();

  private boolean isChanged;

  /**
   * Knows the methods of one class.
   *
   * @param texts the methods of the class, as they were read
   */
  public WrittenArguments(MethodBodies texts) {
    this.texts = texts;
  }

  /** The indices of the parameters through which a method writes into an array. */
  public Set<Integer> of(Function method) {
    if (!settled.containsKey(method.key())) {
      do {
        isChanged = false;
        look(method, new HashSet<>());
      } while (isChanged);
      settled.put(method.key(), known.get(method.key()).written());
    }
    return settled.get(method.key());
  }

  private Found look(Function method, Set<String> seen) {
    if (seen.add(method.key())) {
      Found now = new Body(method, seen).found();
      isChanged |= !now.equals(known.put(method.key(), now));
    }
    return known.getOrDefault(method.key(), new Found(Set.of(), Set.of()));
  }

  /** One method: which parameters its variables lead to. */
  private final class Body extends Walker {
    private final Function method;
    private final Set<String> seen;
    private final Map<Var, Set<Integer>> from = new HashMap<>();
    private final Set<Integer> written = new HashSet<>();
    private final Set<Integer> returned = new HashSet<>();
    private boolean grows;

    Body(Function method, Set<String> seen) {
      this.method = method;
      this.seen = seen;
      for (int i = 0; i < method.parameters().size(); i++) {
        from.put(method.parameters().get(i), new HashSet<>(Set.of(i)));
      }
    }

    Found found() {
      do {
        grows = false;
        walk(method.body());
      } while (grows);
      return new Found(written, returned);
    }

    private void flow(Var v, Expr value) {
      grows |= from.computeIfAbsent(v, k -> new HashSet<>()).addAll(of(value));
    }

    /** The parameters that an array or a record may have come from. */
    private Set<Integer> of(Expr e) {
      Set<Integer> found = new HashSet<>();
      if (e instanceof Expr.Read r) {
        found.addAll(from.getOrDefault(r.var(), Set.of()));
      } else if (e instanceof Expr.Element x) {
        found.addAll(of(x.array()));
      } else if (e instanceof Expr.Component c) {
        found.addAll(of(c.record()));
      } else if (e instanceof Expr.Cast c) {
        found.addAll(of(c.operand()));
      } else if (e instanceof Expr.Conditional c) {
        found.addAll(of(c.ifTrue()));
        found.addAll(of(c.ifFalse()));
      } else if (e instanceof Expr.Assigning a) {
        found.addAll(of(a.value()));
      } else if (e instanceof Expr.NewRecord n) {
        n.arguments().forEach(x -> found.addAll(of(x)));
      } else if (e instanceof Expr.ArrayLiteral l) {
        l.elements().forEach(x -> found.addAll(of(x)));
      } else if (e instanceof Expr.Call c) {
        found.addAll(ofCall(c));
      } else if (e instanceof Expr.Choosing c) {
        new Walker() {
          @Override
          public Void visit(Stmt.Yield s) {
            found.addAll(of(s.value()));
            return super.visit(s);
          }
        }.walk(e);
      }
      return found;
    }

    private Set<Integer> ofCall(Expr.Call e) {
      Set<Integer> found = new HashSet<>();
      List<Expr> arguments = arguments(e);
      if (e.callee().kind() == Callee.Kind.ARRAY) {
        ArrayCall copy = ArrayCall.of(e);
        if (copy.source() != null && copy.element().isReference()) {
          found.addAll(of(copy.source())); // The rows are the same.
        }
      } else if (e.callee().kind() == Callee.Kind.SINK) {
        arguments.forEach(a -> found.addAll(of(a))); // Objects.requireNonNull
      } else {
        texts
            .body(e.callee())
            .map(m -> look(m, seen))
            .ifPresent(m -> m.returned().forEach(i -> found.addAll(of(arguments.get(i)))));
      }
      return found;
    }

    private static List<Expr> arguments(Expr.Call e) {
      List<Expr> all = new ArrayList<>(e.arguments());
      if (e.receiver() != null) {
        all.add(0, e.receiver());
      }
      return all;
    }

    private void target(Place target, Optional<Expr> value) {
      if (target instanceof Place.Slot slot) {
        written.addAll(of(slot.array()));
      } else if (target instanceof Place.Variable v) {
        value.ifPresent(e -> flow(v.var(), e));
      }
    }

    @Override
    public Void visit(Stmt.Local s) {
      s.init().ifPresent(e -> flow(s.var(), e));
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.ForEach s) {
      flow(s.var(), new Expr.Element(s.iterable(), new Expr.Literal(Type.INT, "0")));
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Assign s) {
      target(s.target(), Optional.of(s.value()));
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Return s) {
      s.value().ifPresent(e -> returned.addAll(of(e)));
      return super.visit(s);
    }

    @Override
    public Void visit(Expr.Assigning e) {
      target(e.target(), Optional.of(e.value()));
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Stepping e) {
      target(e.target(), Optional.empty());
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Call e) {
      if (e.callee().kind() == Callee.Kind.ARRAY) {
        if (ArrayCall.of(e).target() != null) {
          written.addAll(of(ArrayCall.of(e).target()));
        }
        return super.visit(e);
      }
      Optional<Function> body = texts.body(e.callee());
      List<Expr> arguments = arguments(e);
      for (int i = 0; i < arguments.size(); i++) {
        boolean writes =
            body.isPresent() ? look(body.get(), seen).written().contains(i) : mayWrite(e.callee());
        if (writes) {
          written.addAll(of(arguments.get(i)));
        }
      }
      return super.visit(e);
    }

    private static boolean mayWrite(Callee callee) {
      boolean isUnread =
          callee.kind() == Callee.Kind.FOREIGN || callee.kind() == Callee.Kind.CONSTANT;
      return isUnread && callee.returnType().equals(Type.VOID);
    }
  }
}
