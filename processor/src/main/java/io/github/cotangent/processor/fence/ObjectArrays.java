package io.github.cotangent.processor.fence;

import io.github.cotangent.processor.analysis.BorrowedArrays;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which arrays of objects the variables and expressions of a method may lead to. */
final class ObjectArrays {

  /**
   * Where an array comes from, or a record with arrays: a field, or what it leads to; or a call, of
   * which only the type is known.
   */
  record Source(Optional<Field> field, Type type) {

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
  record Field(String name, Type type) {

    boolean mayBe(Field other) {
      return name.equals(other.name) || !type.equals(other.type);
    }
  }

  private final Summaries summaries;

  ObjectArrays(Summaries summaries) {
    this.summaries = summaries;
  }

  /** The arrays of objects that the variables of a function lead to. */
  Map<Var, Set<Source>> of(Function f) {
    Map<Var, Set<Source>> known = new HashMap<>();
    boolean[] changes = {true};
    while (changes[0]) {
      changes[0] = false;
      new Walker() {
        private void flow(Var v, Expr value) {
          Set<Source> more = of(value, known);
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
          for (int i = 0; i < e.arguments().size(); i++) {
            if (mayKeep(e, i)) {
              given(e.arguments().get(i));
            }
          }
          return super.visit(e);
        }
      }.walk(f.body());
    }
    return known;
  }

  /** The arrays of objects that an expression leads to, where it is known of variables. */
  Set<Source> of(Expr e, Map<Var, Set<Source>> known) {
    Set<Source> found = new HashSet<>();
    if (!(e.type() instanceof Type.Array || e.type() instanceof Type.Record)) {
      return found;
    }
    if (e instanceof Expr.Read r) {
      found.addAll(known.getOrDefault(r.var(), Set.of()));
    } else if (e instanceof Expr.Cast c && c.operand().type() instanceof Type.ClassType) {
      found.add(new Source(Optional.empty(), e.type()));
    } else if (e instanceof Expr.Cast c) {
      found.addAll(of(c.operand(), known));
    } else if (e instanceof Expr.Conditional c) {
      found.addAll(of(c.ifTrue(), known));
      found.addAll(of(c.ifFalse(), known));
    } else if (e instanceof Expr.Element x) {
      of(x.array(), known).forEach(s -> found.add(s.part(e.type())));
    } else if (e instanceof Expr.Component c) {
      of(c.record(), known).forEach(s -> found.add(s.part(e.type())));
    } else if (e instanceof Expr.NewRecord n) {
      n.arguments().forEach(a -> found.addAll(of(a, known)));
    } else if (e instanceof Expr.ArrayLiteral l) {
      l.elements().forEach(x -> found.addAll(of(x, known)));
    } else if (e instanceof Expr.Field f) {
      Field field = new Field(f.owner().canonicalName() + "." + f.name(), e.type());
      found.add(new Source(Optional.of(field), e.type()));
    } else if (e instanceof Expr.Call c) {
      if (mayHandOut(c)) {
        found.add(new Source(Optional.empty(), e.type()));
      }
      if (mayHandBack(c)) {
        c.arguments().forEach(a -> of(a, known).forEach(s -> found.add(s.part(e.type()))));
      }
    }
    return found;
  }

  /**
   * True if an object may keep an argument: one that has to do with the call, or it becomes one.
   */
  private static boolean mayKeep(Expr.Call e, int argument) {
    List<Type> parameters = e.callee().parameterTypes();
    boolean isWidened =
        argument < parameters.size() && parameters.get(argument) instanceof Type.ClassType;
    return switch (e.callee().kind()) {
      case FOREIGN, CONSTANT -> isWidened || KeptByObjects.hasObject(e);
      case LOCAL, LINKED, RULED -> isWidened;
      case ARRAY, MATH, SINK, GENERATED -> false; // System.arraycopy takes an Object.
    };
  }

  /** True for a call whose result may be an array of an object, or of a field. */
  private boolean mayHandOut(Expr.Call c) {
    return BorrowedArrays.isBorrowing(c.callee(), summaries)
        || c.callee().kind() == Callee.Kind.LOCAL && summaries.returnsBorrowed(c.callee());
  }

  /** True for a call whose result may be an argument, or a part of one. */
  private boolean mayHandBack(Expr.Call c) {
    return c.callee().kind() == Callee.Kind.LOCAL && !summaries.returnsFresh(c.callee());
  }

  /** The arrays that an argument leads to. */
  static Set<Source> inside(Set<Source> whole) {
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
