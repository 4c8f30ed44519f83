package io.github.cotangent.processor.fence;

import io.github.cotangent.processor.analysis.ArrayCall;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds calls of the class's own methods that write into an array in a field, behind a read of it:
 * {@code y = x * o.w[0]; o.move()}. The backward pass reads {@code o.w[0]} again, and would find
 * there what {@code move} has written.
 */
final class ArraysOfObjects extends Walker {

  /**
   * Where an array comes from, or a record with arrays: a field, or what it leads to; or a call, of
   * which only the type is known.
   */
  private record Source(Optional<Field> field, Type type) {

    /** Any array, by code that is not read. */
    static final Source UNREAD = new Source(Optional.empty(), Type.VOID);

    boolean mayBe(Source other) {
      return equals(UNREAD)
          || type.equals(other.type)
              && (field.isEmpty() || other.field.isEmpty() || field.get().mayBe(other.field.get()));
    }

    /** An array that this one leads to. */
    Source part(Type part) {
      return new Source(field, part);
    }
  }

  /** A field: two of one type are taken for two arrays. */
  private record Field(String name, Type type) {

    boolean mayBe(Field other) {
      return name.equals(other.name) || !type.equals(other.type);
    }
  }

  /** What is found wrong with code that stays unread, as where a lambda writes into an array. */
  private static final Set<ErrorId> OF_UNREAD_CODE =
      EnumSet.of(ErrorId.UNSUPPORTED_STATEMENT, ErrorId.UNSUPPORTED_EXPRESSION);

  private final Facts facts;
  private final LocalMethods methods;
  private final Problems problems;
  private final Set<Source> read = new HashSet<>();
  private final Map<Var, Set<Source>> sources;
  private final Set<Origin> reported = new HashSet<>();
  private boolean isQuiet;

  ArraysOfObjects(Facts facts, LocalMethods methods, Problems problems) {
    this.facts = facts;
    this.methods = methods;
    this.problems = problems;
    this.sources = sources(facts.function());
  }

  /** Reports all of them. */
  void check() {
    walk(facts.function().body());
  }

  @Override
  public Void visit(Expr.Element e) {
    read.addAll(sources(e.array(), sources));
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Call e) {
    super.visit(e);
    Set<Source> written = new HashSet<>();
    effects(e.callee(), true, written, new HashSet<>());
    boolean isFound = written.stream().anyMatch(w -> read.stream().anyMatch(w::mayBe));
    if (isFound && !isQuiet && reported.add(e.origin())) {
      problems.report(
          ErrorId.UNSUPPORTED_EXPRESSION,
          e.origin(),
          "A call of '"
              + e.callee().name()
              + "', which writes into an array of an object that is read before,",
          "Read it from a clone() instead: the backward pass reads it again.");
    }
    if (facts.isActive(e) || e.arguments().stream().anyMatch(facts::isActive)) {
      effects(e.callee(), false, read, new HashSet<>());
      passed(e);
    }
    return null;
  }

  /** What a method is given, its backward half may read again. */
  private void passed(Expr.Call e) {
    switch (e.callee().kind()) {
      case LOCAL, LINKED, RULED ->
          e.arguments().forEach(a -> read.addAll(inside(sources(a, sources))));
      case ARRAY, MATH, CONSTANT, SINK, FOREIGN, GENERATED -> {}
    }
  }

  // Loops: what a round reads, the next one may overwrite

  private Void loop(Runnable visit) {
    boolean before = isQuiet;
    if (!before) {
      isQuiet = true;
      visit.run();
    }
    isQuiet = before;
    visit.run();
    return null;
  }

  @Override
  public Void visit(Stmt.For s) {
    return loop(() -> super.visit(s));
  }

  @Override
  public Void visit(Stmt.While s) {
    return loop(() -> super.visit(s));
  }

  @Override
  public Void visit(Stmt.DoWhile s) {
    return loop(() -> super.visit(s));
  }

  // Methods that are called

  /** What a method writes or reads, with the methods that it calls. */
  private void effects(Callee callee, boolean writes, Set<Source> found, Set<String> seen) {
    Function body = methods.text(callee).orElse(null);
    if (body == null || !seen.add(body.key())) {
      return;
    }
    if (writes
        && methods.problems(callee).stream().anyMatch(p -> OF_UNREAD_CODE.contains(p.id()))) {
      found.add(Source.UNREAD);
    }
    Map<Var, Set<Source>> known = sources(body);
    new Walker() {
      @Override
      public Void visit(Stmt.Assign s) {
        target(s.target());
        return super.visit(s);
      }

      @Override
      public Void visit(Expr.Assigning e) {
        target(e.target());
        return super.visit(e);
      }

      @Override
      public Void visit(Expr.Stepping e) {
        target(e.target());
        return super.visit(e);
      }

      private void target(Place target) {
        if (writes && target instanceof Place.Slot slot) {
          found.addAll(sources(slot.array(), known));
        }
      }

      @Override
      public Void visit(Expr.Element e) {
        if (!writes) {
          found.addAll(sources(e.array(), known));
        }
        return super.visit(e);
      }

      @Override
      public Void visit(Expr.Call e) {
        effects(e.callee(), writes, found, seen);
        if (writes && e.callee().kind() == Callee.Kind.ARRAY && ArrayCall.of(e).target() != null) {
          found.addAll(sources(ArrayCall.of(e).target(), known));
        }
        for (int i = 0; i < e.arguments().size(); i++) {
          if (writes
              && methods.body(e.callee()).isPresent()
              && facts.summaries().writes(e.callee(), i)) {
            found.addAll(inside(sources(e.arguments().get(i), known)));
          }
        }
        return super.visit(e);
      }
    }.walk(body.body());
  }

  // Names of arrays

  /** The arrays of objects that variables lead to. */
  private Map<Var, Set<Source>> sources(Function f) {
    Map<Var, Set<Source>> known = new HashMap<>();
    boolean[] changes = {true};
    while (changes[0]) {
      changes[0] = false;
      new Walker() {
        private void flow(Var v, Expr value) {
          Set<Source> more = sources(value, known);
          changes[0] |= known.computeIfAbsent(v, k -> new HashSet<>()).addAll(more);
        }

        /** What an object has been given, its methods may write into. */
        private void given(Expr value) {
          Expr array = value instanceof Expr.Cast c ? c.operand() : value;
          Var v = Reads.base(array);
          boolean isArray =
              array.type() instanceof Type.Array || array.type() instanceof Type.Record;
          if (v != null && isArray) {
            changes[0] |=
                known
                    .computeIfAbsent(v, k -> new HashSet<>())
                    .add(new Source(Optional.empty(), v.type()));
          }
        }

        @Override
        public Void visit(Stmt.Local s) {
          s.init().ifPresent(e -> flow(s.var(), e));
          if (s.var().type() instanceof Type.ClassType) {
            s.init().ifPresent(this::given);
          }
          return super.visit(s);
        }

        @Override
        public Void visit(Stmt.Assign s) {
          if (s.target() instanceof Place.Variable v) {
            flow(v.var(), s.value());
          }
          if (s.target().type() instanceof Type.ClassType) {
            given(s.value());
          }
          return super.visit(s);
        }

        @Override
        public Void visit(Expr.Opaque e) {
          if (e.type() instanceof Type.ClassType) {
            e.code().reads().forEach(v -> given(new Expr.Read(v)));
          }
          return super.visit(e);
        }

        @Override
        public Void visit(Expr.ArrayLiteral e) {
          if (e.type().element() instanceof Type.ClassType) {
            e.elements().forEach(this::given);
          }
          return super.visit(e);
        }

        @Override
        public Void visit(Expr.Call e) {
          List<Type> parameters = e.callee().parameterTypes();
          boolean isUnread =
              switch (e.callee().kind()) {
                case FOREIGN, CONSTANT -> KeptByObjects.hasObject(e);
                case LOCAL, LINKED, RULED, ARRAY, MATH, SINK, GENERATED -> false;
              };
          for (int i = 0; i < e.arguments().size(); i++) {
            boolean isWidened =
                i < parameters.size() && parameters.get(i) instanceof Type.ClassType;
            if (isUnread || isWidened && e.callee().kind() != Callee.Kind.SINK) {
              given(e.arguments().get(i));
            }
          }
          return super.visit(e);
        }
      }.walk(f.body());
    }
    return known;
  }

  private Set<Source> sources(Expr e, Map<Var, Set<Source>> known) {
    Set<Source> found = new HashSet<>();
    if (!(e.type() instanceof Type.Array || e.type() instanceof Type.Record)) {
      return found;
    }
    if (e instanceof Expr.Read r) {
      found.addAll(known.getOrDefault(r.var(), Set.of()));
    } else if (e instanceof Expr.Cast c && c.operand().type() instanceof Type.ClassType) {
      found.add(new Source(Optional.empty(), e.type()));
    } else if (e instanceof Expr.Cast c) {
      found.addAll(sources(c.operand(), known));
    } else if (e instanceof Expr.Conditional c) {
      found.addAll(sources(c.ifTrue(), known));
      found.addAll(sources(c.ifFalse(), known));
    } else if (e instanceof Expr.Element x) {
      sources(x.array(), known).forEach(s -> found.add(s.part(e.type())));
    } else if (e instanceof Expr.Component c) {
      sources(c.record(), known).forEach(s -> found.add(s.part(e.type())));
    } else if (e instanceof Expr.NewRecord n) {
      n.arguments().forEach(a -> found.addAll(sources(a, known)));
    } else if (e instanceof Expr.ArrayLiteral l) {
      l.elements().forEach(x -> found.addAll(sources(x, known)));
    } else if (e instanceof Expr.Field f && f.receiver() != null) {
      Field field = new Field(f.owner().canonicalName() + "." + f.name(), e.type());
      found.add(new Source(Optional.of(field), e.type()));
    } else if (e instanceof Expr.Call c && mayHandOut(c)) {
      found.add(new Source(Optional.empty(), e.type()));
    }
    return found;
  }

  /** True for a call whose result may be an array of an object. */
  private boolean mayHandOut(Expr.Call c) {
    boolean takesObject = c.arguments().stream().anyMatch(a -> a.type() instanceof Type.ClassType);
    return Overwrites.isBorrowing(c.callee(), facts.summaries())
        || c.callee().kind() == Callee.Kind.LOCAL
            && takesObject
            && !facts.summaries().returnsFresh(c.callee());
  }

  /** The arrays that an argument leads to. */
  private static Set<Source> inside(Set<Source> whole) {
    Set<Source> found = new HashSet<>();
    whole.forEach(s -> inside(s, s.type(), found));
    return found;
  }

  private static void inside(Source s, Type type, Set<Source> found) {
    if (type instanceof Type.Array a) {
      found.add(s.part(type));
      inside(s, a.element(), found);
    } else if (type instanceof Type.Record r) {
      r.components().forEach(c -> inside(s, c.type(), found));
    }
  }
}
