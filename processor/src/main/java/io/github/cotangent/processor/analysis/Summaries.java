package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

  private final Map<String, Function> functions = new LinkedHashMap<>();
  private final Map<String, Summary> known = new HashMap<>();

  /** What constant methods of the class write into, the receiver being -1. */
  private final java.util.function.Function<Callee, Optional<Set<Integer>>> writtenByConstant;

  private ArgumentAliases aliases = ArgumentAliases.UNKNOWN;

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
      summaries.known.put(f.key(), Summary.HOPE);
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Function f : functions) {
        Summary next = Summary.of(f, summaries);
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

  /**
   * These summaries, with what the callers of helpers tell.
   *
   * @param callers who they are
   */
  public Summaries withCallers(Callers callers) {
    Summaries all = new Summaries(writtenByConstant);
    all.functions.putAll(functions);
    all.known.putAll(known);
    all.aliases = ArgumentAliases.of(List.copyOf(functions.values()), callers, this);
    return all;
  }

  /** Which arguments of helpers may share an array. */
  ArgumentAliases aliases() {
    return aliases;
  }

  /** True if a caller may pass one array by both parameters, or what leads to one. */
  public boolean mayShare(Function f, Var one, Var other) {
    return aliases.mayShare(f, f.parameters().indexOf(one), f.parameters().indexOf(other));
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

  /** True if a reference that is given to the call may be kept, but in what it returns. */
  public boolean handsOn(Callee callee) {
    return switch (callee.kind()) {
      case LOCAL -> summary(callee).handsOn();
      case LINKED, RULED, CONSTANT, FOREIGN -> true;
      case MATH, SINK, ARRAY, GENERATED -> false;
    };
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

  /** What a call lends its caller. */
  Set<BorrowedArrays.Loan> loans(Callee callee) {
    return summary(callee).loans();
  }

  /**
   * True if the call's result shares no storage with its arguments, nor a part of it with another.
   */
  public boolean returnsFresh(Callee callee) {
    if (callee.kind() == Callee.Kind.RULED) {
      return true;
    }
    Summary s = known.get(callee.key());
    return s != null && callee.kind() != Callee.Kind.LINKED && s.returnsFresh();
  }

  /**
   * True if the result of a call of a method of the class may be, or hold, a borrowed array. One
   * that only constant methods call is not known here: it may borrow if it is given an object.
   */
  public boolean returnsBorrowed(Callee callee) {
    Summary s = known.get(callee.key());
    return s == null
        ? callee.parameterTypes().stream().anyMatch(t -> t instanceof Type.ClassType)
        : s.loans().stream().anyMatch(loan -> loan.part().isOfResult());
  }

  /** True if an expression gives a new array, which shares nothing with others, or null. */
  public boolean isFresh(Expr e) {
    return ArrayCall.isNew(e) || e instanceof Expr.Call c && returnsFresh(c.callee());
  }

  /**
   * True if an expression gives a new array, which shares nothing with others and is not null. Of
   * an array of arrays no two elements are one array.
   */
  public boolean makesArray(Expr e) {
    boolean hasKnownRows =
        e.type().rank() < 2
            || e instanceof Expr.NewArray
            || e instanceof Expr.Call c && returnsDistinctRows(c.callee());
    return hasKnownRows && isFresh(e) && !(e instanceof Expr.Call c && mayReturnNull(c.callee()));
  }

  /** True if no array that the call's result leads to has an element twice that is an array. */
  public boolean returnsDistinctRows(Callee callee) {
    Summary s = known.get(callee.key());
    boolean isRead = callee.kind() == Callee.Kind.LOCAL || callee.kind() == Callee.Kind.CONSTANT;
    return isRead && s != null && s.returnsDistinctRows();
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

  /** What the call of a method of the class may write into that its caller knows. */
  Set<ArgumentPart> overwrites(Callee callee) {
    return summary(callee).overwrites();
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
    return known.get(function.key()).overwrites().stream()
        .anyMatch(part -> part.parameter() == parameter);
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
  boolean usesArgument(Callee callee, ArgumentPart array) {
    return callee.kind() == Callee.Kind.LOCAL && !summary(callee).unused().contains(array);
  }

  /** True if the function surely uses this array, and so fails if it is null. */
  public boolean usesArgument(Function function, int parameter, List<String> path) {
    return !known.get(function.key()).unused().contains(new ArgumentPart(parameter, path));
  }

  /** What has been found of a function of the class by now. */
  Summary summary(Callee callee) {
    Summary s = known.get(callee.key());
    if (s == null) {
      throw new IllegalStateException("unknown local function " + callee.key());
    }
    return s;
  }
}
