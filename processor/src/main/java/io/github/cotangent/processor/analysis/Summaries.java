package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
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
 * What a call can do to its caller's arrays, for every function of the class: found by iteration
 * over the call graph from the most hopeful assumption, so recursion is covered. Of a method of
 * another class only the signature is known, and the worst is assumed.
 */
public final class Summaries {

  /**
   * What is known of one function.
   *
   * @param writes indices of the parameters through which an array is written, rows included
   * @param overwrites those of them through which that is an array that the caller may know
   * @param storesReferences true if a reference is stored into an array that the caller sees
   * @param mixed what the parameters lead to, where the function makes one of several
   * @param returnsFresh true if the result shares no storage with the arguments
   * @param mutates true if an array is written at all, a local one or a callee's included
   * @param returnsNull true if the result may be null
   * @param unused the arrays in parameters that the function may end without having used
   */
  private record Summary(
      Set<Integer> writes,
      Set<Integer> overwrites,
      boolean storesReferences,
      Set<Set<ArgumentPart>> mixed,
      boolean returnsFresh,
      boolean mutates,
      boolean returnsNull,
      Set<Argument> unused) {}

  /** An array that is an argument, or is reached from a record that is one by components. */
  private record Argument(int parameter, List<String> path) {}

  private static final Summary HOPE =
      new Summary(Set.of(), Set.of(), false, Set.of(), true, false, false, Set.of());

  private final Map<String, Function> functions = new HashMap<>();
  private final Map<String, Summary> known = new HashMap<>();

  /** What constant methods of the class write into, the receiver being -1. */
  private final java.util.function.Function<Callee, Optional<Set<Integer>>> writtenByConstant;

  private Summaries(java.util.function.Function<Callee, Optional<Set<Integer>>> writtenByConstant) {
    this.writtenByConstant = writtenByConstant;
  }

  /**
   * Summaries of these functions, which must be closed under local calls.
   *
   * @param writtenByConstant the arguments that a constant method of the class writes into, where
   *     that is known; -1 is the receiver
   */
  public static Summaries of(
      List<Function> functions,
      java.util.function.Function<Callee, Optional<Set<Integer>>> writtenByConstant) {
    Summaries summaries = new Summaries(writtenByConstant);
    for (Function f : functions) {
      summaries.functions.put(f.key(), f);
      summaries.known.put(f.key(), HOPE);
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Function f : functions) {
        Summary next = summaries.summarize(f);
        changed |= !next.equals(summaries.known.put(f.key(), next));
      }
    }
    return summaries;
  }

  /** The summaries of what these functions have become: these, where they are as they were. */
  public Summaries after(List<Function> now) {
    boolean isSame =
        now.size() == functions.size() && now.stream().allMatch(f -> functions.get(f.key()) == f);
    return isSame ? this : of(now, writtenByConstant);
  }

  /** The function that a {@code LOCAL} callee names; nothing for the others. */
  public Optional<Function> body(Callee callee) {
    return callee.kind() == Callee.Kind.LOCAL
        ? Optional.ofNullable(functions.get(callee.key()))
        : Optional.empty();
  }

  /** True if the call may store one of its arguments into another one. */
  public boolean storesReferences(Callee callee) {
    if (callee.kind() == Callee.Kind.LOCAL) {
      return summary(callee).storesReferences();
    }
    if (callee.kind() == Callee.Kind.RULED) {
      return false;
    }
    return callee.parameterTypes().stream().anyMatch(Type::holdsRows);
  }

  /** True if the function may store a reference into an array that its caller sees. */
  public boolean storesReferences(Function function) {
    return known.get(function.key()).storesReferences();
  }

  /**
   * Which parts of the arguments may be one storage behind the call, if it stores references: empty
   * for a method of another class, which may store all that is of one type into each other.
   */
  Optional<Set<Set<ArgumentPart>>> mixed(Callee callee) {
    return callee.kind() == Callee.Kind.LOCAL
        ? Optional.of(summary(callee).mixed())
        : Optional.empty();
  }

  /** True if the call's result shares no storage with its arguments. */
  public boolean returnsFresh(Callee callee) {
    if (callee.kind() == Callee.Kind.RULED) {
      return true;
    }
    Summary s = known.get(callee.key());
    return s != null && callee.kind() != Callee.Kind.LINKED && s.returnsFresh();
  }

  /** True if an expression gives a new array, which shares nothing with others, or null. */
  public boolean isFresh(Expr e) {
    return ArrayCall.isNew(e) || e instanceof Expr.Call c && returnsFresh(c.callee());
  }

  /** True if an expression gives a new array, which shares nothing with others and is not null. */
  public boolean makesArray(Expr e) {
    return isFresh(e) && !(e instanceof Expr.Call c && mayReturnNull(c.callee()));
  }

  /** True if the call may write into an array that it reaches through this argument. */
  public boolean writes(Callee callee, int argument) {
    return switch (callee.kind()) {
      case LOCAL -> summary(callee).writes().contains(argument);
      case LINKED, FOREIGN -> true;
      case RULED -> callee.derivation().orElseThrow().writes().contains(argument);
      case CONSTANT -> constantWrites(callee, argument);
      case MATH, SINK, ARRAY, GENERATED -> false;
    };
  }

  /** True if the call may write into an array that its caller knows by this argument. */
  public boolean overwrites(Callee callee, int argument) {
    return callee.kind() == Callee.Kind.LOCAL
        ? summary(callee).overwrites().contains(argument)
        : writes(callee, argument);
  }

  /**
   * True if the call writes into an argument, as far as is known: what is not read and returns
   * something is called for that.
   */
  public boolean isCalledToWrite(Callee callee, int argument) {
    Summary s = known.get(callee.key());
    return switch (callee.kind()) {
      case LOCAL, RULED -> writes(callee, argument);
      case FOREIGN -> callee.returnType().equals(Type.VOID);
      case CONSTANT ->
          callee.returnType().equals(Type.VOID) && s == null
              || s != null && s.writes().contains(argument)
              || writtenByConstant.apply(callee).filter(w -> w.contains(argument)).isPresent();
      case LINKED, MATH, SINK, ARRAY, GENERATED -> false;
    };
  }

  /**
   * True if the call may write into an array of the record that it is called of: a method of
   * another class may if it returns nothing.
   */
  public boolean writesReceiver(Expr.Call e) {
    Callee callee = e.callee();
    boolean isUnread =
        callee.kind() == Callee.Kind.FOREIGN || callee.kind() == Callee.Kind.CONSTANT;
    return isUnread
        && e.receiver() != null
        && e.receiver().type() instanceof Type.Record
        && writtenByConstant
            .apply(callee)
            .map(written -> written.contains(-1))
            .orElse(callee.returnType().equals(Type.VOID));
  }

  /**
   * A method with a constant result reads the arrays that carry derivatives; one of this class that
   * does not is known. It may fill others ({@code shuffle(order)}), and one that returns nothing is
   * called for what it writes.
   */
  private boolean constantWrites(Callee callee, int argument) {
    Summary s = known.get(callee.key());
    if (s != null) {
      return s.writes().contains(argument);
    }
    return callee.returnType().equals(Type.VOID)
        || writtenByConstant.apply(callee).filter(all -> all.contains(argument)).isPresent()
        || argument >= callee.parameterTypes().size()
        || !callee.parameterTypes().get(argument).isDifferentiable();
  }

  /** True if the function may write into an array that its caller knows by this parameter. */
  public boolean overwrites(Function function, int parameter) {
    return known.get(function.key()).overwrites().contains(parameter);
  }

  /** True if the function may write into an array that it reaches through this parameter. */
  public boolean writes(Function function, int parameter) {
    return known.get(function.key()).writes().contains(parameter);
  }

  /** True if the function, or a function that it calls, writes into any array. */
  public boolean mutates(Function function) {
    return known.get(function.key()).mutates();
  }

  /** True if the call's result may be null; of a method of another class it is not believed. */
  public boolean mayReturnNull(Callee callee) {
    return switch (callee.kind()) {
      case LOCAL -> summary(callee).returnsNull();
      case GENERATED -> true; // The tangent of null is null.
      case MATH, ARRAY, LINKED, RULED, CONSTANT, SINK, FOREIGN -> false;
    };
  }

  /** True if the call surely uses this array, and so fails if it is null. */
  public boolean usesArgument(Callee callee, int parameter, List<String> path) {
    return callee.kind() == Callee.Kind.LOCAL
        && !summary(callee).unused().contains(new Argument(parameter, path));
  }

  /** True if the function surely uses this array, and so fails if it is null. */
  public boolean usesArgument(Function function, int parameter, List<String> path) {
    return !known.get(function.key()).unused().contains(new Argument(parameter, path));
  }

  private Set<Argument> unused(Function f) {
    Dereferences dereferences = Dereferences.of(f, this);
    Set<Argument> unused = new HashSet<>();
    for (int i = 0; i < f.parameters().size(); i++) {
      for (List<String> path : arrays(f.parameters().get(i).type())) {
        if (!dereferences.usesArgument(i, path)) {
          unused.add(new Argument(i, path));
        }
      }
    }
    return Set.copyOf(unused);
  }

  /** The ways to the arrays in a value of this type. */
  private static List<List<String>> arrays(Type type) {
    List<List<String>> paths = new java.util.ArrayList<>();
    if (type instanceof Type.Array) {
      paths.add(List.of());
    } else if (type instanceof Type.Record r) {
      for (Type.Component c : r.components()) {
        for (List<String> inner : arrays(c.type())) {
          List<String> path = new java.util.ArrayList<>(List.of(c.name()));
          path.addAll(inner);
          paths.add(path);
        }
      }
    }
    return paths;
  }

  private boolean mentionsNull(Function f) {
    boolean[] found = new boolean[1];
    new Walker() {
      @Override
      public Void visit(Expr.Literal e) {
        found[0] |= e.text().equals("null");
        return null;
      }

      @Override
      public Void visit(Expr.Call e) {
        found[0] |= e.type() instanceof Type.Array && mayReturnNull(e.callee());
        return super.visit(e);
      }
    }.walk(f.body());
    return found[0];
  }

  private boolean callsMutating(Function f) {
    boolean[] found = new boolean[1];
    new Walker() {
      @Override
      public Void visit(Expr.Call e) {
        Callee.Kind kind = e.callee().kind();
        found[0] |= kind == Callee.Kind.LINKED;
        found[0] |= kind == Callee.Kind.LOCAL && summary(e.callee()).mutates();
        return super.visit(e);
      }
    }.walk(f.body());
    return found[0];
  }

  private Summary summary(Callee callee) {
    Summary s = known.get(callee.key());
    if (s == null) {
      throw new IllegalStateException("unknown local function " + callee.key());
    }
    return s;
  }

  private Summary summarize(Function f) {
    Regions regions = Regions.ofDistinct(f, this);
    Assignments assignments = Assignments.of(f, regions, this);
    Set<Integer> writes = new HashSet<>();
    Set<Regions.Region> overwritten = new HashSet<>();
    Overwritten.forEach(
        f, regions, this, EnumSet.allOf(Callee.Kind.class), (r, at) -> overwritten.add(r));
    Set<Integer> overwrites = new HashSet<>();
    Set<Regions.Region> reachable = new HashSet<>();
    for (int i = 0; i < f.parameters().size(); i++) {
      Var p = f.parameters().get(i);
      List<Regions.Region> mine = regions.reachable(p.type(), regions.of(p));
      reachable.addAll(mine);
      if (mine.stream().anyMatch(assignments::isWritten)) {
        writes.add(i);
      }
      if (mine.stream().anyMatch(overwritten::contains)) {
        overwrites.add(i);
      }
    }
    boolean[] escapes = new boolean[2];
    new Walker() {
      @Override
      public Void visit(Stmt.Assign s) {
        Regions.Region written = regions.written(s.target());
        escapes[0] |= s.target().type().isReference() && reachable.contains(written);
        return super.visit(s);
      }

      @Override
      public Void visit(Expr.Call e) {
        boolean moves = e.callee().kind() == Callee.Kind.ARRAY;
        if (moves && ArrayCall.of(e).target() != null) {
          escapes[0] |= ArrayCall.of(e).element().isReference();
        }
        boolean calls =
            e.callee().kind() == Callee.Kind.LOCAL || e.callee().kind() == Callee.Kind.LINKED;
        escapes[0] |= calls && storesReferences(e.callee());
        return super.visit(e);
      }

      @Override
      public Void visit(Stmt.Return s) {
        s.value()
            .filter(v -> v.type().isReference())
            .ifPresent(
                v ->
                    escapes[1] |=
                        regions.reachable(v.type(), regions.of(v)).stream()
                            .anyMatch(r -> reachable.contains(r) || regions.isField(r)));
        return super.visit(s);
      }
    }.walk(f.body());
    return new Summary(
        Set.copyOf(writes),
        Set.copyOf(overwrites),
        escapes[0],
        ArgumentPart.mixed(f, regions),
        !escapes[1],
        assignments.writesAny() || callsMutating(f),
        mentionsNull(f),
        unused(f));
  }
}
