package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names temporaries after what they hold: {@code double f = f(x)}, {@code double[] row = m[i]}. */
final class Temporaries {

  private static final Set<String> GENERAL =
      Set.of("left", "right", "operand", "argument", "value");
  private static final Type.ClassType OBJECT =
      new Type.ClassType("java.lang", List.of("Object"), List.of(), true);
  private static final Pattern NOT_IDENTIFIER = Pattern.compile("\\W+");

  private final Names names;
  private final Set<String> reserved;
  private final Set<String> variables = new HashSet<>();
  private final Set<String> methods = new HashSet<>();

  Temporaries(Function f, Names names) {
    this.names = names;
    this.reserved = f.reserved();
    f.parameters().forEach(p -> variables.add(p.name()));
    variables.addAll(f.owner().simpleNames());
    new Collector().block(f.body());
  }

  /** A variable with a new name like the one wished for. */
  Var named(String wish, Type type) {
    // A method's name is free for a variable, unless something else bears it too.
    boolean onlyMethod = methods.contains(wish) && !variables.contains(wish);
    if (onlyMethod && reserved.contains(wish)) {
      variables.add(wish);
      return names.same(wish, type);
    }
    return names.fresh(wish, type);
  }

  /** A new name for a label. */
  String label(String wish) {
    return names.freshName(wish);
  }

  /**
   * A variable for the branches of {@code e} to assign: {@code var} needs a value at once, so a
   * type that has no name is given up.
   */
  Var chosen(Expr e, String part) {
    boolean named = !(e.type() instanceof Type.ClassType c) || c.denotable();
    return named(wish(e, part), named ? e.type() : OBJECT);
  }

  /** A variable that holds the value of {@code e}, which plays this part where it is used. */
  Var holding(Expr e, String part) {
    return named(wish(e, part), e.type());
  }

  private static String wish(Expr e, String part) {
    if (e instanceof Expr.Call c) {
      return ofMethod(c.callee().name());
    }
    if (e instanceof Expr.Element element) {
      return ofElement(element, part);
    }
    if (e instanceof Expr.Component c) {
      return c.name();
    }
    if (e instanceof Expr.Field f) {
      return ofField(f.name());
    }
    if (e instanceof Expr.Read r) {
      return part.equals("index") ? part : r.var().name() + "Before";
    }
    if (e instanceof Expr.Cast c && c.type().isReference()) {
      return wish(c.operand(), part);
    }
    if (e instanceof Expr.Conditional || e instanceof Expr.Choosing) {
      return e.type().equals(Type.BOOLEAN) ? "condition" : "chosen";
    }
    if (!GENERAL.contains(part)) {
      return part;
    }
    return e instanceof Expr.Binary b ? ofOperation(b, part) : ofType(e.type(), part);
  }

  /** What an operation gives, in the words of arithmetic. */
  private static String ofOperation(Expr.Binary e, String part) {
    if (!e.type().isNumeric()) {
      return ofType(e.type(), part);
    }
    return switch (e.op()) {
      case ADD -> "sum";
      case SUB -> "difference";
      case MUL -> "product";
      case DIV -> "quotient";
      case REM -> "remainder";
      default -> part;
    };
  }

  private static String ofType(Type t, String part) {
    if (t.equals(Type.BOOLEAN)) {
      return "condition";
    }
    if (t instanceof Type.Array a) {
      return a.element() instanceof Type.Array ? "rows" : "array";
    }
    if (t instanceof Type.Record r) {
      return Names.decapitalized(r.name().simpleName());
    }
    return t.equals(Type.STRING) ? "text" : part;
  }

  private static String ofMethod(String name) {
    if (name.equals("get") || name.equals("apply")) {
      return "value";
    }
    if (name.equals("clone") || name.startsWith("copyOf")) {
      return "copy";
    }
    boolean getter = name.startsWith("get") && Character.isUpperCase(name.charAt(3));
    return getter ? Names.decapitalized(name.substring(3)) : name;
  }

  private static String ofElement(Expr.Element e, String part) {
    if (part.equals("index")) {
      return part;
    }
    if (e.array() instanceof Expr.Read r) {
      String name = r.var().name();
      if (name.length() > 3 && name.endsWith("s") && !name.endsWith("ss")) {
        return name.substring(0, name.length() - 1);
      }
    }
    return e.type() instanceof Type.Array ? "row" : "element";
  }

  /** {@code MAX_SIZE} gives {@code maxSize}. */
  private static String ofField(String name) {
    if (!name.equals(name.toUpperCase(Locale.ROOT))) {
      return name;
    }
    StringBuilder out = new StringBuilder();
    for (String word : name.toLowerCase(Locale.ROOT).split("_")) {
      out.append(out.length() == 0 || word.isEmpty() ? word : Names.capitalized(word));
    }
    return out.length() == 0 ? "value" : out.toString();
  }

  /** Finds the names of the methods called, and everything a variable's name could hide. */
  private final class Collector extends Rewriter {
    @Override
    protected Var var(Var v) {
      variables.add(v.name());
      return v;
    }

    @Override
    protected Code code(Code c) {
      for (String word : NOT_IDENTIFIER.split(c.toString())) {
        variables.add(word);
      }
      return c;
    }

    @Override
    public Expr visit(Expr.Call e) {
      methods.add(e.callee().name());
      variables.addAll(e.callee().owner().simpleNames());
      return super.visit(e);
    }

    @Override
    public Expr visit(Expr.Field e) {
      variables.addAll(e.owner().simpleNames());
      return super.visit(e);
    }
  }
}
